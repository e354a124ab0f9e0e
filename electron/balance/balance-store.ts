import type { PartnerBalance } from '../partner/partner.ts';
import type { Db } from '../store/open.ts';
import { changeOne, sql } from '../store/sql.ts';

/** What the partner said, and when. */
export interface BalanceSnapshot extends PartnerBalance {
  asOf: number;
}

interface Row {
  partner_id: string;
  balance: string;
  reserved: string;
  currency: string;
  postpaid: 0 | 1;
  as_of: number;
}

export function readSnapshot(db: Db): BalanceSnapshot | undefined {
  const row = sql<[], Row>(db, 'SELECT * FROM balance').get();
  return (
    row && {
      partnerId: row.partner_id,
      balance: row.balance,
      reserved: row.reserved,
      currency: row.currency,
      postpaid: row.postpaid === 1,
      asOf: row.as_of,
    }
  );
}

export function writeSnapshot(db: Db, snapshot: BalanceSnapshot): void {
  changeOne(
    sql(
      db,
      `INSERT OR REPLACE INTO balance (one, partner_id, balance, reserved, currency, postpaid, as_of)
       VALUES (1, ?, ?, ?, ?, ?, ?)`,
    ),
    snapshot.partnerId,
    snapshot.balance,
    snapshot.reserved,
    snapshot.currency,
    snapshot.postpaid ? 1 : 0,
    snapshot.asOf,
  );
}
