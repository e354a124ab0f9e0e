import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { AppImageUpdater } from 'electron-updater';
import { ownAppImage } from '../app-image.ts';

/**
 * Puts a new AppImage in the place of the old one under the same name, so that whatever starts it finds it again. One of
 * the two is whole at any moment: electron-updater itself removes the old one first, and a full disk would leave none.
 */
export class WholeAppImage extends AppImageUpdater {
  protected override doInstall(): boolean {
    const [place, fetched] = [ownAppImage(process.execPath, process.env), this.installerPath];
    if (!place || !fetched) return false;
    const beside = `${place}.new`;
    try {
      copyFileSync(fetched, beside);
      const file = openSync(beside, 'r+');
      fsyncSync(file);
      closeSync(file);
      renameSync(beside, place);
      return true;
    } finally {
      rmSync(beside, { force: true });
    }
  }
}
