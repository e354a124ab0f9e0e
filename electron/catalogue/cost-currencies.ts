import type { Db } from '../store/open.ts';
import { sql } from '../store/sql.ts';

/** The currencies that offers cost in, with how many do; what the partner no longer sells does not count. */
export function costCurrencies(db: Db): { currency: string; offers: number }[] {
  return sql<[], { currency: string; offers: number }>(
    db,
    `SELECT cost_currency AS currency, count(*) AS offers FROM offers WHERE gone = 0
     GROUP BY cost_currency ORDER BY offers DESC, cost_currency`,
  ).all();
}
