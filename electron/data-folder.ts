import { accessSync, constants, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { makeFolder } from './make-folder.ts';
import type { TillOptions } from './options.ts';

/** Another till works in this folder. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
}

/** Nothing can be stored there. */
export class UnusableDataFolder extends Error {
  override readonly name = 'UnusableDataFolder';
}

export interface DataFolder {
  readonly path: string;
  /** Lets another till have it. */
  release(): void;
}

/** A till that was told to stop lets go within two seconds: the next one waits that long before it gives up. */
const PATIENCE_MS = 2500;

/** A lock that nothing refers to is collected, and its claim is gone with it. */
const held = new Set<Database.Database>();

/**
 * Makes the folder where it is missing and claims it for this process: two tills in one folder would send the same
 * orders. The claim is a transaction held open in a SQLite file of its own. The operating system drops the lock under
 * it when the process ends, however it ends, on every platform; a file with a process id, or a socket, stays behind
 * after SIGKILL, and then a live owner and a dead one look alike. Throws `DataFolderInUse` and `UnusableDataFolder`.
 */
export function claimDataFolder(path: string, patienceMs = PATIENCE_MS): DataFolder {
  const file = join(path, 'in-use.lock');
  try {
    makeFolder(path);
    const lock = lockOn(file, patienceMs);
    held.add(lock);
    return {
      path,
      release() {
        held.delete(lock);
        lock.close();
      },
    };
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY')
      throw new DataFolderInUse(
        `Another till is running on ${path}. Close it first, or give this one a folder of its own with --data.`,
      );
    throw unusable(isFolder(file) ? file : path, error);
  }
}

function lockOn(file: string, patienceMs: number): Database.Database {
  try {
    return lockAsItIs(file, patienceMs);
  } catch (error) {
    if (!isDamaged(error)) throw error;
    // SQLite has read what is in it, so nobody holds it. It needs no content; another name would be another lock.
    truncateSync(file);
    return lockAsItIs(file, patienceMs);
  }
}

function lockAsItIs(file: string, patienceMs: number): Database.Database {
  const lock = new Database(file, { timeout: patienceMs });
  try {
    // Of a file that it can only read SQLite gives a claim that shuts nobody out.
    accessSync(file, constants.W_OK);
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    throw error;
  }
}

const isDamaged = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code);

/** Makes a folder for the host's own things inside the data folder. Throws `UnusableDataFolder`. */
export function makeFolderIn(path: string, name: string): string {
  const own = join(path, name);
  try {
    makeFolder(own);
    return own;
  } catch (error) {
    throw unusable(path, error);
  }
}

/** Throws `UnusableDataFolder` where a file cannot be stored in `own`, a folder inside the data folder. */
export function proveStorable(path: string, own: string): void {
  const file = join(own, 'storable');
  try {
    // Less may find room where a file has none.
    writeFileSync(file, Buffer.alloc(4096));
  } catch (error) {
    throw unusable(path, error);
  } finally {
    rmSync(file, { force: true });
  }
}

function unusable(path: string, error: unknown): UnusableDataFolder {
  return new UnusableDataFolder(
    isFolder(path) === false
      ? `${path} is a file, not a folder. Name a folder for the data with --data.`
      : `The data folder ${path} cannot be written to (${codeOf(error)}). See that you may write in it and that its disk has room, or choose another with --data.`,
  );
}

const isFolder = (path: string): boolean | undefined =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory();

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** Where a till of this user keeps its data when nothing else is said. */
export function usualDataFolder(
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
  home: string,
): string {
  if (platform === 'win32')
    return join(environment.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'KeyTill');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'KeyTill');
  return join(environment.XDG_DATA_HOME || join(home, '.local', 'share'), 'keytill');
}

/** The same, of this user on this machine. */
export const usualFolder = (): string => usualDataFolder(process.platform, process.env, homedir());

/** The folder these options mean, as an absolute path. */
export function dataFolderOf(options: TillOptions): string {
  return resolve(options.data ?? usualFolder());
}
