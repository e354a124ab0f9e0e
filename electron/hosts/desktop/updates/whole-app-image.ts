import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { AppImageUpdater } from 'electron-updater';
import { UpdateFailure } from '../../../ports.ts';
import { ownAppImage } from '../app-image.ts';

export class WholeAppImage extends AppImageUpdater {
  /**
   * Puts a new AppImage in the place of the old one under the same name, so that whatever starts it finds it again. One of
   * the two is whole at any moment: electron-updater itself removes the old one first, and a full disk would leave none. `prove`
   * throws unless the file it is given is the one that was signed: it may have lain on the disk for days.
   */
  exchange(prove: (file: string) => void): void {
    const [place, fetched] = [ownAppImage(process.execPath, process.env), this.installerPath];
    if (!place || !fetched) throw new UpdateFailure('failed', 'There is no new program.');
    const beside = `${place}.new`;
    try {
      copyFileSync(fetched, beside);
      const file = openSync(beside, 'r+');
      fsyncSync(file);
      closeSync(file);
      prove(beside);
      renameSync(beside, place);
    } catch (error) {
      // Otherwise electron-updater takes it for fetched.
      if (error instanceof UpdateFailure) rmSync(fetched, { force: true });
      throw error;
    } finally {
      rmSync(beside, { force: true });
    }
  }
}
