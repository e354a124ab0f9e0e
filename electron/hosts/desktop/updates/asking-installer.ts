import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { NsisUpdater } from 'electron-updater';
import { UpdateFailure } from '../../../ports.ts';
import { startElevated } from './elevated.ts';

/**
 * The installer of Windows, which is for everybody on the machine and therefore needs an administrator. electron-updater
 * starts it and takes it for granted that it runs: the till would end, and nothing would come after it, where nobody agreed.
 */
export class AskingInstaller extends NsisUpdater {
  /**
   * Resolves when it runs. It waits a moment for the till to end, ends it, exchanges it and starts the new one. `prove` throws
   * unless the file it is given is the one that was signed: it may have lain on the disk for days.
   */
  async letIn(prove: (file: string) => void): Promise<void> {
    const { installerPath } = this;
    if (!installerPath) throw new UpdateFailure('failed', 'There is no installer.');
    try {
      prove(installerPath);
    } catch (error) {
      // Otherwise electron-updater takes it for fetched.
      rmSync(installerPath, { force: true });
      throw error;
    }
    const elevate = join(process.resourcesPath, 'elevate.exe');
    await startElevated(elevate, [installerPath, '--updated', '/S', '--force-run']);
  }
}
