import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dueOrders, nextDueAt } from '../../electron/orders/due-store.ts';
import { LONGEST_WAIT_MS } from '../../electron/orders/rules.ts';
import type { Db } from '../../electron/store/open.ts';
import { aQueue } from './a-queue.ts';
import { MINUTE, NOON } from './an-order.ts';

interface Row {
  id: string;
  at: number;
}

/** By looking at every order. */
const inOrder = (db: Db): Row[] =>
  db
    .prepare<[], Row>(
      'SELECT id, next_at AS at FROM orders WHERE next_at IS NOT NULL ORDER BY next_at, rowid',
    )
    .all();

const put = (db: Db, id: string, state: string, at: number | null): void =>
  void db.prepare('UPDATE orders SET state = ?, next_at = ? WHERE id = ?').run(state, at, id);

const change = fc.oneof(
  fc.record({ do: fc.constant('place' as const), count: fc.integer({ min: 1, max: 70 }) }),
  fc.record({ do: fc.constant('send' as const), which: fc.nat() }),
  fc.record({
    do: fc.constant('wait' as const),
    which: fc.nat(),
    minutes: fc.constantFrom(-2, -1, 0, 1, 5, (3 * LONGEST_WAIT_MS) / MINUTE),
  }),
);

it('what is due, and what is next, is found among the newest orders as among those that are listed', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), changes => {
      const { db, place } = aQueue({});
      const ids = place(60);
      for (const next of changes) {
        if (next.do === 'place') ids.push(...place(next.count));
        else {
          const id = ids[ids.length - 1 - (next.which % ids.length)] ?? '';
          if (next.do === 'send') put(db, id, 'sending', null);
          else put(db, id, 'queued', NOON + next.minutes * MINUTE);
        }
        const now = NOON + MINUTE;
        const rows = inOrder(db);
        const due = [
          ...rows.filter(({ at }) => at <= now),
          ...rows.filter(({ at }) => at > now + LONGEST_WAIT_MS),
        ].map(({ id }) => id);
        for (const limit of [6, 500]) {
          expect(dueOrders(db, now, limit).map(({ origin }) => origin.id)).toEqual(due.slice(0, limit));
        }
        expect(nextDueAt(db, now)).toBe(rows.find(({ at }) => at > now)?.at);
      }
      db.close();
    }),
    { numRuns: 30 },
  );
});

it('a new order is listed with the 63 before it, and stays listed', () => {
  const { db, place } = aQueue({});
  const unlisted = () => db.prepare('SELECT count(*) FROM orders WHERE listed = 0').pluck().get();
  place(63);
  expect(unlisted()).toBe(63);
  const [last = ''] = place(1);
  expect(unlisted()).toBe(0);
  expect(() => db.prepare('UPDATE orders SET listed = 0 WHERE id = ?').run(last)).toThrow('stays listed');
  place(1);
  expect(unlisted()).toBe(1);
  db.close();
});

it('no query of the queue looks at all that is waiting', () => {
  const till = aQueue({ createOrder: () => new Promise(() => {}) });
  till.place(70);
  const asked = new Set<string>();
  const prepare = till.db.prepare.bind(till.db);
  till.db.prepare = ((text: string) => {
    asked.add(text);
    return prepare(text);
  }) as typeof till.db.prepare;
  dueOrders(till.db, NOON, 6);
  nextDueAt(till.db, NOON);
  till.orders.list({ state: 'open', limit: 5 });
  till.queue.start();
  till.queue.wake('partner_down');
  const reads = [...asked].filter(text => text.startsWith('SELECT'));
  expect(reads.length).toBeGreaterThanOrEqual(5);
  for (const text of reads) {
    const given = text.match(/\?/g)?.map(() => 0) ?? [];
    const plan = prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`).all(...given);
    const scans = plan
      .map(({ detail }) => detail)
      .filter(detail => /^SCAN (o|orders|orders_with_time)\b/.test(detail));
    expect({ text, scans }).toEqual({ text, scans: [] });
  }
  till.db.close();
});
