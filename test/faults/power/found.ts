import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { systemRandom } from '../../../electron/adapters/system-random.ts';
import { verifyAudit } from '../../../electron/audit/audit.ts';
import { findKey } from '../../../electron/orders/key-store.ts';
import { createKeyVault } from '../../../electron/orders/key-vault.ts';
import { type Db, openStore } from '../../../electron/store/open.ts';
import type { Files } from './disk-model.ts';
import { DATA_KEY } from './plot.ts';

/** What a till knows that is started on the files a power cut has left. */
export interface Found {
  /** Why it does not start on them. */
  damage?: string;
  isSetUp: boolean;
  attempts: Set<string>;
  orders: Map<string, { state: string; attempts: number }>;
  keys: Map<string, string>;
  refunded: Set<string>;
  /** What no transaction may leave behind. */
  halfDone: string[];
}

const NOTHING: Found = {
  isSetUp: false,
  attempts: new Set(),
  orders: new Map(),
  keys: new Map(),
  refunded: new Set(),
  halfDone: [],
};

const vault = createKeyVault(Buffer.from(DATA_KEY, 'base64'), systemRandom);

/** Puts the files into `folder`, alone, and opens them as the till does at its start. */
export function findOut(files: Files, folder: string): Found {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [path, content] of files) writeFileSync(join(folder, basename(path)), content);
  let db: Db;
  try {
    db = openStore(join(folder, 'keytill.db'));
  } catch (error) {
    return { ...NOTHING, damage: `it does not start: ${String(error)}` };
  }
  try {
    return read(db);
  } catch (error) {
    return { ...NOTHING, damage: `it cannot be read: ${String(error)}` };
  } finally {
    db.close();
  }
}

function read(db: Db): Found {
  const check = db.pragma('integrity_check', { simple: true });
  const ids = (text: string): string[] => db.prepare<[], string>(text).pluck().all();
  const orders = db
    .prepare<[], { id: string; state: string; attempts: number }>('SELECT id, state, attempts FROM orders')
    .all();
  return {
    ...(check === 'ok' ? {} : { damage: `the file is damaged: ${String(check)}` }),
    isSetUp: ids('SELECT name FROM settings').length > 0 && ids('SELECT id FROM staff').length > 0,
    attempts: new Set(ids('SELECT attempt_id FROM sales')),
    orders: new Map(orders.map(order => [order.id, order])),
    keys: new Map(ids('SELECT order_id FROM keys').map(id => [id, openedKey(db, id)])),
    refunded: new Set(ids('SELECT order_id FROM refunds')),
    halfDone: halfDone(db),
  };
}

function openedKey(db: Db, id: string): string {
  const sealed = findKey(db, id);
  return sealed ? vault.open(id, sealed) : '';
}

function halfDone(db: Db): string[] {
  const count = (text: string): number => Number(db.prepare(text).pluck().get());
  const wrong: string[] = [];
  if (!verifyAudit(db).ok) wrong.push('the audit is broken');
  if (count('SELECT count(*) FROM pragma_foreign_key_check') > 0) wrong.push('something refers to nothing');
  if (count('SELECT count(*) FROM sales WHERE id NOT IN (SELECT sale_id FROM orders)') > 0)
    wrong.push('a sale has no orders');
  if (count('SELECT count(*) FROM orders WHERE has_key = 1 AND id NOT IN (SELECT order_id FROM keys)') > 0)
    wrong.push('an order has lost its key');
  if (
    count(
      `SELECT count(*) FROM sales WHERE id NOT IN (SELECT subject FROM audit WHERE action = 'sale.charged')`,
    ) > 0
  )
    wrong.push('a sale is not in the audit');
  return wrong;
}
