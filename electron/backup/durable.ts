import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../make-folder.ts';

/** What was written to this file is on disk when it returns: on macOS SQLite's own fsync leaves it in the drive's cache. */
export function flushFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The names in this folder are on disk when it returns. Windows has no such call: its file system orders them itself. */
export function flushFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** There is a folder of this name, for this user alone, on disk too, when it returns. */
export function makeLastingFolder(path: string): void {
  makeFolder(path);
  flushFolder(dirname(path));
}

/** The file has its new name on disk when it returns: after a power cut it has the old one or the new one. */
export function moveFile(from: string, to: string): void {
  renameSync(from, to);
  flushFolder(dirname(to));
}
