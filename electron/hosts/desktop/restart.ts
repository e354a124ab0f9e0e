import { app } from 'electron';
import type { RestartedBy } from '../../options.ts';
import { ownAppImage } from './app-image.ts';

/**
 * Ends this program at once, and sees to it that it is started again, with its options. What was to be closed is closed before.
 * An AppImage is started through its file: what it has unpacked is gone by then.
 */
export function restart(restartedBy: RestartedBy): void {
  if (restartedBy === 'till')
    app.relaunch({
      execPath: ownAppImage(process.execPath, process.env) ?? process.execPath,
      args: process.argv.slice(1),
    });
  app.exit(1);
}
