import { isDeepStrictEqual } from 'node:util';
import { verifyAudit } from '../../../electron/audit/audit.ts';
import { findKey } from '../../../electron/orders/key-store.ts';
import { createKeyVault } from '../../../electron/orders/key-vault.ts';
import type { Db } from '../../../electron/store/open.ts';
import { sql } from '../../../electron/store/sql.ts';
import type { QueueSummary } from '../../../shared/contract/terminal.ts';
import { add, compare, sum } from '../../../shared/money.ts';
import { isFinal, type OrderState } from '../../../shared/order-state.ts';
import type { Image } from './image.ts';
import type { Booking, PartnerModel } from './partner-model.ts';
import type { Counter, World } from './world.ts';

interface OrderRow {
  id: string;
  sale_id: string;
  offer_id: string;
  delivery: string;
  state: OrderState;
  reason: string | null;
  price: string;
  owed: 0 | 1;
  replaced: 0 | 1;
  refunded: 0 | 1;
}

interface SaleRow {
  id: string;
  attempt_id: string;
  total: string;
}

/** What must be true once everything has come to rest: each sentence says what is not. */
export function brokenLaws(world: World, image: Image): string[] {
  const known = new Map<string, Counter>();
  const broken = [...world.broken];
  for (const counter of world.tills) {
    const rows = ordersIn(counter.till.disk.db);
    for (const row of rows) known.set(row.id, counter);
    broken.push(...ofTheTill(counter, rows), ...ofTheKeys(counter, rows, world.partner, image));
    broken.push(...rows.flatMap(row => ofTheOrder(row, world)));
  }
  for (const booking of world.partner.bookings) {
    if (!known.has(booking.transactionId))
      broken.push(`the partner booked ${booking.transactionId}, which nobody ordered`);
  }
  return [...new Set(broken)];
}

/** Sales that were promised are there, money is where it belongs, and the books are whole. */
function ofTheTill({ till, people }: Counter, rows: OrderRow[]): string[] {
  const broken: string[] = [];
  const { db } = till.disk;
  const sales = sql<[], SaleRow>(db, 'SELECT id, attempt_id, total FROM sales').all();
  for (const taken of people.taken) {
    const stored = sales.filter(sale => sale.attempt_id === taken.attemptId);
    const ids = rows.filter(row => row.sale_id === taken.saleId).map(row => row.id);
    const isWhole = stored.length === 1 && stored[0]?.id === taken.saleId && stored[0].total === taken.total;
    if (!isWhole || !taken.orderIds.every(id => ids.includes(id)))
      broken.push(`${till.name} took money for ${taken.attemptId} and does not have its sale`);
  }
  for (const attemptId of people.sentAway)
    if (sales.some(sale => sale.attempt_id === attemptId))
      broken.push(`${till.name} has the sale of ${attemptId}, and said that it was not stored`);
  const money = (wanted: (row: OrderRow) => boolean): string =>
    sum(rows.filter(wanted).map(row => row.price));
  const taken = sum(sales.map(sale => sale.total));
  const delivered = money(row => row.state === 'completed');
  const waiting = money(row => !isFinal(row.state) || row.owed === 1);
  const refunded = money(row => row.refunded === 1);
  if (compare(taken, add(add(delivered, waiting), refunded)) !== 0)
    broken.push(`${till.name} took ${taken}, delivered ${delivered}, owes ${waiting}, gave back ${refunded}`);
  const audit = verifyAudit(db);
  if (!audit.ok) broken.push(`the audit of ${till.name} is broken at entry ${audit.brokenAt}`);
  const shown = till.act(parts => parts.orders.summary());
  const counted = summaryOf(rows);
  if (shown && !isDeepStrictEqual(shown, counted))
    broken.push(`${till.name} shows ${JSON.stringify(shown)} and has ${JSON.stringify(counted)}`);
  return broken;
}

function summaryOf(rows: OrderRow[]): QueueSummary {
  const open = rows.filter(row => !isFinal(row.state));
  const held = open.filter(row => row.state === 'held').length;
  return {
    waiting: open.length - held,
    held,
    toRefund: rows.filter(row => row.owed === 1).length,
    amount: sum(open.map(row => row.price)),
  };
}

/** One order of ours is at most one of the partner's, and both know the same end of it. */
function ofTheOrder(row: OrderRow, { partner }: World): string[] {
  const bookings = partner.bookingsOf(row.id);
  const [booking] = bookings;
  const name = `order ${row.id} (${row.state}${row.reason ? `, ${row.reason}` : ''})`;
  if (bookings.length > 1) return [`${name} was bought ${bookings.length} times`];
  if (!isFinal(row.state)) return [`${name} is stuck`];
  if (row.owed === 1) return [`the customer of ${name} has neither goods nor money`];
  if (booking && partner.isForgotten(booking)) return [];
  const end = booking && partner.statusOf(booking);
  if (booking && String(booking.offer.offerId) !== row.offer_id)
    return [`${name} was bought as another offer`];
  if (row.state === 'completed')
    return end === 'COMPLETED' || end === 'REFUND' ? [] : [`${name} is ${end} at the partner`];
  if (end === 'COMPLETED') return [`${name} is paid for and was not delivered`];
  return row.reason === 'by_person' || end ? [] : [`${name} was ended by a partner who does not know it`];
}

/** The key on disk is the one that was paid for, and no other. */
function ofTheKeys({ till }: Counter, rows: OrderRow[], partner: PartnerModel, image: Image): string[] {
  const vault = createKeyVault(Buffer.from(image.secrets['data-key'] ?? '', 'base64'), noRandom);
  return rows.flatMap(row => {
    const sealed = findKey(till.disk.db, row.id);
    if (row.state !== 'completed' || row.delivery !== 'key') return [];
    const key = sealed && vault.open(row.id, sealed);
    const bought = partner.bookingsOf(row.id).map((booking: Booking) => booking.key);
    return key !== undefined && bought.includes(key)
      ? []
      : [`order ${row.id} was delivered with the key ${key}, not ${bought}`];
  });
}

const noRandom = { bytes: (length: number) => new Uint8Array(length), fraction: () => 0 };

function ordersIn(db: Db): OrderRow[] {
  return sql<[], OrderRow>(
    db,
    `SELECT id, sale_id, offer_id, delivery, state, reason, price, owed,
         EXISTS (SELECT 1 FROM orders r WHERE r.replaces = o.id) AS replaced,
         EXISTS (SELECT 1 FROM refunds r WHERE r.order_id = o.id) AS refunded
       FROM orders o`,
  ).all();
}
