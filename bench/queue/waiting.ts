import { join } from 'node:path';
import type { Partner } from '../../electron/partner/partner.ts';
import type { Db } from '../../electron/store/open.ts';
import { median, ms, note, print } from '../measure.ts';
import { AT_ONCE, ORDER } from './a-peer.ts';
import { createOrderQueue, openOrderStore } from './order-queue.ts';

const FEW = 100;
const MANY = 100_000;
const ROUNDS = 60;
const WARM_UP = 10;

/** Requests that are still under way when the process ends. */
const SILENT = { createOrder: () => new Promise(() => {}) } as unknown as Partner;

/**
 * A till that starts with orders in line, and the claim of the first of them: with many waiting next to a few, in turns.
 * The start finds as many cut off as the queue sends at once; a claim takes as many, in one write. Opening the file
 * and checking it is not the queue's and not in it.
 */
export function benchWaiting(folder: string): boolean {
  const tills = [aTill(folder, FEW), aTill(folder, MANY)] as const;
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const till of round % 2 === 0 ? tills : tills.toReversed()) {
      const claim = timed(() => claimFirst(till.db));
      assertClaimed(till.db);
      const start = timed(() => startShut(till.db));
      backInLine(till.db);
      if (round < WARM_UP) continue;
      till.claims.push(claim);
      till.starts.push(start);
    }
  }
  const [few, many] = tills.map(({ db, claims, starts, waiting }) => {
    db.close();
    const figures = { claim: median(claims), start: median(starts) };
    note(
      'queue',
      `${waiting} waiting: start-up ${ms(figures.start)}, claim of ${AT_ONCE} ${ms(figures.claim)} (medians)`,
    );
    return figures;
  });
  if (!few || !many) throw new Error('two tills were measured');
  const start = print({
    bench: 'queue',
    what: `start-up with ${MANY} waiting / with ${FEW}`,
    ratio: many.start / few.start,
    most: 1.5,
  });
  const claim = print({
    bench: 'queue',
    what: `claim with ${MANY} waiting / with ${FEW}`,
    ratio: many.claim / few.claim,
    most: 1.5,
  });
  return start && claim;
}

function aTill(folder: string, waiting: number) {
  const db = openOrderStore(join(folder, `${waiting}-waiting.db`));
  const { orders } = createOrderQueue(db, SILENT);
  db.transaction(() => {
    for (let position = 1; position <= waiting; position++) {
      const price = `${100 + (position % 40)}.00`;
      orders.insert({ ...ORDER, price, position, createdAt: Date.now() });
    }
  })();
  db.pragma('wal_checkpoint(TRUNCATE)');
  return { db, waiting, claims: [] as number[], starts: [] as number[] };
}

function startShut(db: Db): void {
  const { queue, connection } = createOrderQueue(db, SILENT);
  connection.observe({ kind: 'unsent', cause: 'ECONNREFUSED' });
  queue.start();
}

function claimFirst(db: Db): void {
  const { queue } = createOrderQueue(db, SILENT);
  queue.start();
}

function assertClaimed(db: Db): void {
  const sending = db.prepare(`SELECT count(*) FROM orders WHERE state = 'sending'`).pluck().get();
  if (sending !== AT_ONCE) throw new Error(`${sending} orders were claimed, not ${AT_ONCE}`);
}

/** As they lay there before the claim. */
function backInLine(db: Db): void {
  db.exec(
    `UPDATE orders SET state = 'queued', reason = NULL, next_at = created_at WHERE state = 'unknown' OR state = 'sending'`,
  );
}

function timed(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}
