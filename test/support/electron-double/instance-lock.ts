import { mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, watch, writeFileSync } from 'node:fs';
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
 * One process for each `userData` folder, at once and without waiting, as Electron's call is: Chromium's lock, a link to
 * "host-pid". Undefined where another process has it, which then hears of this start, and, without a word, where one of another
 * host has it or where nothing can be written.
 */
export function takeInstanceLock(
  folder: string,
  start: SecondStart,
  onSecond: (start: SecondStart) => void,
): InstanceLock | undefined {
  const lock = join(folder, 'SingletonLock');
  const inbox = join(folder, 'DoubleInbox');
  const holder = holderOf(lock);
  if (holder && holder.host !== hostname()) return undefined;
  if (holder && isRunning(holder.pid)) {
    writeFileSync(join(inbox, `${process.pid}.json`), JSON.stringify(start));
    return undefined;
  }
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(lock, { force: true });
    symlinkSync(`${hostname()}-${process.pid}`, lock);
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
      rmSync(lock, { force: true });
    },
  };
}

function holderOf(lock: string): { host: string; pid: number } | undefined {
  try {
    const [, host = '', pid] = /^(.*)-(\d+)$/.exec(readlinkSync(lock)) ?? [];
    return { host, pid: Number(pid) };
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
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
