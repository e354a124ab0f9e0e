import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MARK = 'till-was-here';
const SIGNS = [MARK, 'browsers.json', 'keytill.db-wal', 'backups', 'set-aside'];

/** A till has worked in a folder, and its data is gone. */
export class LostData extends Error {
  override readonly name = 'LostData';
  readonly how: 'missing' | 'empty';

  constructor(folder: string, how: 'missing' | 'empty') {
    super(`A till has worked in ${folder} before, but its data is gone: keytill.db is ${how}.`);
    this.how = how;
  }
}

/** Someone works with the till of this folder: from now on its data cannot be missing by right. */
export function rememberTill(folder: string): void {
  writeFileSync(join(folder, MARK), '');
}

/**
 * Throws `LostData` where a till has worked in this folder and its data is gone: to start afresh would hide that sales,
 * orders and keys are missing, and would write over what might still be recovered.
 */
export function refuseLostData(folder: string): void {
  const size = statSync(join(folder, 'keytill.db'), { throwIfNoEntry: false })?.size;
  if (size || !SIGNS.some(sign => existsSync(join(folder, sign)))) return;
  throw new LostData(folder, size === 0 ? 'empty' : 'missing');
}
