import type { AutoUpdater } from 'electron';
import { type Clock, UpdateFailure } from '../../../ports.ts';
import { within } from '../../../waiting.ts';

/** Unpacking and proving one on a slow disk, with room to spare. */
const READY_WITHIN_MS = 15 * 60_000;

/**
 * Has macOS's own updater, Squirrel.Mac, unpack and prove what was fetched. Resolves when it waits for this program to end, to
 * put the new one in its place; rejects with `UpdateFailure` where it does not come to that. The till sells meanwhile.
 */
export async function handToSquirrel(squirrel: AutoUpdater, clock: Clock): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const fail = (error?: Error) =>
    reject(new UpdateFailure('failed', `macOS did not take the update: ${error?.message ?? 'it sees none'}`));
  const none = () => fail();
  const ready = () => resolve();
  squirrel.on('update-downloaded', ready);
  squirrel.on('update-not-available', none);
  squirrel.on('error', fail);
  try {
    squirrel.checkForUpdates();
    if ((await within(clock, READY_WITHIN_MS, promise)) === 'late')
      throw new UpdateFailure('failed', 'macOS does not answer.');
  } finally {
    squirrel.off('update-downloaded', ready);
    squirrel.off('update-not-available', none);
    squirrel.off('error', fail);
  }
}
