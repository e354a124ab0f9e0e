import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
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

/** Someone works with this till in this folder: from now on its data cannot be missing by right, and is this till's. */
export function rememberTill(folder: string, till: string): void {
  if (rememberedTill(folder) !== till) writeFileSync(join(folder, MARK), till);
}

/** Which till has worked in this folder, where it is known. */
export function rememberedTill(folder: string): string | undefined {
  const mark = join(folder, MARK);
  const text = existsSync(mark) ? readFileSync(mark, 'utf8') : '';
  return /^[0-9a-f]{32}$/.test(text) ? text : undefined;
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
