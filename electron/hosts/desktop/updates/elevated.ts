import { spawn } from 'node:child_process';
import { UpdateFailure } from '../../../ports.ts';

/**
 * Has `elevate`, which electron-builder packs with the till, ask Windows for an administrator and start a program as one. It ends
 * as soon as Windows has answered: resolves when the program runs, rejects with `UpdateFailure` where it may not.
 */
export function startElevated(elevate: string, command: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (why: string) =>
      reject(new UpdateFailure('refused', `Windows did not let the installer in: ${why}.`));
    const asking = spawn(elevate, command, { stdio: 'ignore', detached: true });
    asking.on('error', error => refuse(error.message));
    asking.on('exit', code => (code === 0 ? resolve() : refuse(`elevate.exe ended with ${code}`)));
  });
}
