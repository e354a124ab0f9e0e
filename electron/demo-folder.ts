import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MARK = 'this-is-a-demo';

/**
 * Keeps the two kinds of till out of each other's folders: a demo would seal real keys under secrets that everyone
 * knows and send real orders to a practice partner; a real till would take a demo's for its own. Throws where the
 * folder is of the other kind; a new folder becomes of this kind.
 */
export function keepApart(folder: string, isDemo: boolean): void {
  const mark = join(folder, MARK);
  if (!isDemo && existsSync(mark))
    throw new Error(`${folder} holds a demo. Give the till a folder of its own with --data.`);
  if (!isDemo || existsSync(mark)) return;
  if (existsSync(join(folder, 'keytill.db')))
    throw new Error(`${folder} holds a till that is no demo. Give the demo a folder of its own with --data.`);
  writeFileSync(mark, '');
}
