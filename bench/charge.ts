import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../electron/store/open.ts';
import { openTestTill } from '../test/support/test-till.ts';
import { ms, note, percentile, print } from './measure.ts';

const ROUNDS = 400;
const WARM_UP = 50;

/**
 * From the call to the durable answer, next to one bare insert that is as durable and as large as the rows a charge
 * writes; in turns on the same disk, so that its moods meet both. The partner is away: only the charge is measured.
 */
export async function benchCharge(): Promise<boolean> {
  const till = await openTestTill();
  const folder = mkdtempSync(join(tmpdir(), 'keytill-bench-'));
  const bare = openStore(join(folder, 'bare.db'));
  try {
    const { offer } = await till.call('catalogue.get', { offerId: 999 });
    await till.sandbox.down();
    bare.exec('CREATE TABLE bare (id INTEGER PRIMARY KEY, payload TEXT NOT NULL) STRICT');
    const insert = bare.prepare('INSERT INTO bare (payload) VALUES (?)');
    const payload = 'x'.repeat(await bytesPerCharge(till, offer.price ?? '0'));
    const charges: number[] = [];
    const inserts: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const charged = await timed(() => charge(till, offer.price ?? '0'));
      const inserted = await timed(async () => void insert.run(payload));
      if (round < WARM_UP) continue;
      charges.push(charged);
      inserts.push(inserted);
    }
    note(
      'charge',
      `rows of ${payload.length} bytes; bare insert p50 ${ms(percentile(inserts, 0.5))}, p95 ${ms(percentile(inserts, 0.95))}`,
    );
    note('charge', `sales.charge p50 ${ms(percentile(charges, 0.5))}, p95 ${ms(percentile(charges, 0.95))}`);
    const ratio = percentile(charges, 0.95) / percentile(inserts, 0.95);
    return print({
      bench: 'charge',
      what: 'p95 of a charge / p95 of a bare FULL-sync insert',
      ratio,
      most: 10,
    });
  } finally {
    bare.close();
    rmSync(folder, { recursive: true, force: true });
    await till.stop();
  }
}

type Till = Awaited<ReturnType<typeof openTestTill>>;

const charge = (till: Till, price: string) =>
  till.call('sales.charge', {
    attemptId: crypto.randomUUID(),
    lines: [{ offerId: 999, quantity: 1, price }],
    payment: { method: 'cash' },
  });

/** The rows that one charge writes, as text. */
async function bytesPerCharge(till: Till, price: string): Promise<number> {
  const db = openStore(join(till.folder, 'keytill.db'));
  const audited = db.prepare('SELECT max(seq) FROM audit').pluck().get();
  const { sale } = await charge(till, price);
  const rows = [
    db.prepare('SELECT * FROM sales WHERE id = ?').all(sale.id),
    db.prepare('SELECT * FROM orders WHERE sale_id = ?').all(sale.id),
    db.prepare('SELECT * FROM audit WHERE seq > ?').all(audited),
  ];
  db.close();
  return rows.flat().reduce<number>((bytes, row) => bytes + Object.values(row as object).join('').length, 0);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
