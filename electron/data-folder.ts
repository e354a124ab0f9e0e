import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Another till works in this folder. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
}

export interface DataFolder {
  readonly path: string;
  /** Lets another till have it. */
  release(): void;
}

/** A till that was told to stop lets go within two seconds: the next one waits that long before it gives up. */
const PATIENCE_MS = 2500;

/**
 * Makes the folder where it is missing and claims it for this process: two tills in one folder would send the same
 * orders. The claim is a transaction held open in a SQLite file of its own. The operating system drops the lock under
 * it when the process ends, however it ends, on every platform; a file with a process id, or a socket, stays behind
 * after SIGKILL, and then a live owner and a dead one look alike. Throws `DataFolderInUse`.
 */
export function claimDataFolder(path: string, patienceMs = PATIENCE_MS): DataFolder {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const lock = new Database(join(path, 'in-use.lock'), { timeout: patienceMs });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY')
      throw new DataFolderInUse(
        `Another till is running on ${path}. Close it first, or give this one a folder of its own with --data.`,
      );
    throw error;
  }
  return { path, release: () => lock.close() };
}

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
