import { mkdirSync, readFileSync, readlinkSync, rmSync, watch, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** What a second start tells the first. */
export interface SecondStart {
  argv: string[];
  workingDirectory: string;
  additionalData: unknown;
}

export interface InstanceLock {
  release(): void;
}

/**
 * One process for each `userData` folder, at once and without waiting, as Electron's call is. Undefined where another one has
 * it, which then hears of this start, and, without a word, where a process of another host has it by Chromium's own lock or where
 * nothing can be written.
 */
export function takeInstanceLock(
  folder: string,
  start: SecondStart,
  onSecond: (start: SecondStart) => void,
): InstanceLock | undefined {
  if (isLockedByAnotherHost(folder)) return undefined;
  const file = join(folder, 'DoubleLock');
  const inbox = join(folder, 'DoubleInbox');
  const holder = holderOf(file);
  if (holder !== undefined && holder !== process.pid) {
    writeFileSync(join(inbox, `${process.pid}.json`), JSON.stringify(start));
    return undefined;
  }
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, String(process.pid));
    rmSync(inbox, { recursive: true, force: true });
    mkdirSync(inbox);
  } catch {
    return undefined;
  }
  const watcher = watch(inbox, (_event, name) => {
    const read = name === null ? undefined : takeMessage(join(inbox, name));
    if (read) onSecond(read);
  });
  return {
    release() {
      watcher.close();
      rmSync(file, { force: true });
    },
  };
}

/** The Chromium behind the double keeps this lock in the same folder, and would refuse it, too. */
function isLockedByAnotherHost(folder: string): boolean {
  try {
    return !readlinkSync(join(folder, 'SingletonLock')).startsWith(`${hostname()}-`);
  } catch {
    return false;
  }
}

function holderOf(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}

/** A file that is still being written is read at its next change. */
function takeMessage(file: string): SecondStart | undefined {
  try {
    const read = JSON.parse(readFileSync(file, 'utf8'));
    rmSync(file);
    return read;
  } catch {
    return undefined;
  }
}
