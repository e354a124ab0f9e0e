import type { Db } from '../store/open.ts';
import { changeOne, sql } from '../store/sql.ts';
import type { SealedKey } from './key-vault.ts';

interface KeyRow {
  nonce: Buffer;
  ciphertext: Buffer;
  tag: Buffer;
  data_key: string;
}

export function saveKey(db: Db, orderId: string, sealed: SealedKey, now: number): void {
  changeOne(
    sql(
      db,
      `INSERT INTO keys (order_id, nonce, ciphertext, tag, data_key, stored_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (order_id) DO UPDATE SET nonce = excluded.nonce, ciphertext = excluded.ciphertext,
         tag = excluded.tag, data_key = excluded.data_key, stored_at = excluded.stored_at`,
    ),
    orderId,
    sealed.nonce,
    sealed.ciphertext,
    sealed.tag,
    sealed.dataKey,
    now,
  );
}

export function findKey(db: Db, orderId: string): SealedKey | undefined {
  const row = sql<[string], KeyRow>(
    db,
    'SELECT nonce, ciphertext, tag, data_key FROM keys WHERE order_id = ?',
  ).get(orderId);
  return row && { nonce: row.nonce, ciphertext: row.ciphertext, tag: row.tag, dataKey: row.data_key };
}

/** Orders whose key was sealed with a data key that is gone. */
export function ordersSealedWithAnother(db: Db, dataKey: string): string[] {
  return sql<[string], string>(db, 'SELECT order_id FROM keys WHERE data_key <> ?').pluck().all(dataKey);
}
