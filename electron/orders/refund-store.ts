import type { PaymentMethod } from '../../shared/contract/sales.ts';
import type { Db } from '../store/open.ts';
import { changeOne, sql } from '../store/sql.ts';
import type { StoredRefund } from './stored-refund.ts';

interface RefundRow {
  order_id: string;
  sale_id: string;
  day: string;
  staff_id: string;
  staff_name: string;
  amount: string;
  method: PaymentMethod;
  reference: string | null;
  created_at: number;
}

export function insertRefund(db: Db, refund: StoredRefund): void {
  changeOne(
    sql(
      db,
      `INSERT INTO refunds (order_id, sale_id, day, staff_id, staff_name, amount, method, reference, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    refund.orderId,
    refund.saleId,
    refund.day,
    refund.staffId,
    refund.staffName,
    refund.amount,
    refund.method,
    refund.reference,
    refund.createdAt,
  );
}

export function findRefund(db: Db, orderId: string): StoredRefund | undefined {
  const row = sql<[string], RefundRow>(db, 'SELECT * FROM refunds WHERE order_id = ?').get(orderId);
  return row && toRefund(row);
}

export function refundsOn(db: Db, day: string): StoredRefund[] {
  return sql<[string], RefundRow>(db, 'SELECT * FROM refunds WHERE day = ? ORDER BY created_at')
    .all(day)
    .map(toRefund);
}

function toRefund(row: RefundRow): StoredRefund {
  return {
    orderId: row.order_id,
    saleId: row.sale_id,
    day: row.day,
    staffId: row.staff_id,
    staffName: row.staff_name,
    amount: row.amount,
    method: row.method,
    reference: row.reference,
    createdAt: row.created_at,
  };
}
