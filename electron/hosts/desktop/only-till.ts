import { readlinkSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimDataFolder, DataFolderInUse, proveStorable } from '../../data-folder.ts';

/** As much of Electron's `app` as is asked here. */
interface SingleInstance {
  requestSingleInstanceLock(): boolean;
}

/** A till that has let go of its data has ended by then. */
const PATIENCE_MS = 2_500;
const PAUSE_MS = 100;

/**
 * Whether this start has the till on `folder` to itself; where another till runs, it has heard of this start. Electron also says
 * no where its lock cannot be written, and where a crash left one under another name of this machine: who really works on the
 * data its claim says. Waits for a till that is just ending. Throws what `cannotStart` knows to explain.
 */
export function isOnlyTill(
  folder: string,
  profile: string,
  app: SingleInstance,
  pause: (ms: number) => void = standStill,
): boolean {
  for (let waited = 0; !app.requestSingleInstanceLock(); waited += PAUSE_MS) {
    const inUse = whoWorksOn(folder, profile);
    if (inUse && hasWindowHere(profile)) return false;
    if (waited >= PATIENCE_MS) throw inUse ?? whyNoLock(folder, profile);
    pause(PAUSE_MS);
  }
  return true;
}

/** Undefined where nobody does: then a lock of another host goes, too. */
function whoWorksOn(folder: string, profile: string): DataFolderInUse | undefined {
  try {
    const { release } = claimDataFolder(folder, 0);
    // While the data is ours, nobody else finds that lock left behind and puts a new one in its place.
    if (lockOwner(profile) !== hostname()) takeAway(lockIn(profile));
    release();
    return undefined;
  } catch (error) {
    if (error instanceof DataFolderInUse) return error;
    throw error;
  }
}

/** Whether who works there has a window, and so has heard of this start. Windows leaves no lock behind. */
const hasWindowHere = (profile: string): boolean =>
  process.platform === 'win32' || lockOwner(profile) === hostname();

/** One that stays is refused by Electron again. */
function takeAway(lock: string): void {
  try {
    rmSync(lock);
  } catch {}
}

const lockIn = (profile: string): string => join(profile, 'SingletonLock');

/** Chromium's lock is a link to "host-pid". It clears away by itself what a process of this host left behind. */
function lockOwner(profile: string): string | undefined {
  try {
    const owner = readlinkSync(lockIn(profile));
    return owner.slice(0, owner.lastIndexOf('-'));
  } catch {
    return undefined;
  }
}

function whyNoLock(folder: string, profile: string): Error {
  proveStorable(folder, profile);
  return new Error(
    `No other till runs on ${folder}, yet its lock in ${profile} cannot be taken. That needs room for temporary files, too, in ${tmpdir()}.`,
  );
}

/** Electron wants everything that comes before it is ready to be done at once. */
function standStill(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
