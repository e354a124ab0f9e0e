import { claimDataFolder, dataFolderOf } from './data-folder.ts';
import { createLog, type Log, logFile } from './log.ts';
import type { TillOptions } from './options.ts';

/** A data folder that is this process's own, and the log in it: all that a page needs before the till behind it is open. */
export interface TillHome {
  folder: string;
  log: Log;
  /** Lets another till have it. */
  release(): void;
}

/** Throws `DataFolderInUse` and `UnusableDataFolder`. */
export function claimHome(options: TillOptions): TillHome {
  // Whatever the till writes from here on is for this user alone.
  process.umask(0o077);
  const { path, release } = claimDataFolder(dataFolderOf(options));
  return { folder: path, log: createLog(logFile(path)), release };
}
