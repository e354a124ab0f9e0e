import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MARK = 'till-was-here';
const SIGNS = [MARK, 'browsers.json', 'keytill.db-wal'];

/** Someone works with the till of this folder: from now on its data cannot be missing by right. */
export function rememberTill(folder: string): void {
  writeFileSync(join(folder, MARK), '');
}

/**
 * Throws where a till has worked in this folder and its data is gone: to start afresh would hide that sales, orders
 * and keys are missing, and would write over what might still be recovered.
 */
export function refuseLostData(folder: string): void {
  const database = join(folder, 'keytill.db');
  const size = statSync(database, { throwIfNoEntry: false })?.size;
  if (size || !SIGNS.some(sign => existsSync(join(folder, sign)))) return;
  throw new Error(
    `A till has worked in ${folder} before, but its data is gone: keytill.db is ${size === 0 ? 'empty' : 'missing'}. ` +
      'Restore keytill.db from a backup into this folder, or start a new till in another folder with --data.',
  );
}
