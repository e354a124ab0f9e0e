import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { systemClock } from '../electron/adapters/system-clock.ts';
import { type Catalogue, createCatalogue } from '../electron/catalogue/catalogue.ts';
import { type Db, openStore } from '../electron/store/open.ts';
import { aShop } from '../test/support/a-shop.ts';
import { FakePartner, pagesOf, refused } from '../test/support/fake-partner.ts';
import { manyOffers } from '../test/support/many-offers.ts';
import { median, note, print } from './measure.ts';

const OFFERS = 64_000;
const TYPED = [
  'steam us',
  'mobile leg 86',
  'pubg',
  'pokemon go',
  'стандофф',
  'билайн ru',
  'gift card',
  '60uc',
  '1001',
  'e 5',
];

/**
 * How a catalogue of the largest reported size feels: reading it, reading it again, finding in it. A search is held
 * against one bare LIKE over the same rows, which finds less and ranks nothing.
 */
export async function benchCatalogue(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'keytill-bench-'));
  const db = openStore(join(folder, 'keytill.db'));
  try {
    const catalogue = createCatalogue({
      db,
      clock: systemClock,
      partner: new FakePartner({
        cataloguePage: pagesOf(manyOffers(OFFERS)),
        offer: async () => refused('OFFER_NOT_FOUND'),
      }),
      settings: () => aShop(),
      audit: () => {},
      progress: () => {},
    });
    note('catalogue', await timedSync('first sync', catalogue));
    note('catalogue', await timedSync('second sync, nothing new', catalogue));
    const found = searches(catalogue);
    const scanned = scans(db);
    note('catalogue', `search, every keystroke: ${figures(found)}; a bare LIKE: ${figures(scanned)}`);
    note('catalogue', `products, every keystroke: ${figures(productLists(catalogue))}`);
    note('catalogue', `first grid after a change: ${figures(firstGrids(catalogue))}`);
    const ratio = median(found) / median(scanned);
    return print({ bench: 'catalogue', what: 'median search / median bare LIKE scan', ratio, most: 0.5 });
  } finally {
    db.close();
    rmSync(folder, { recursive: true });
  }
}

async function timedSync(name: string, catalogue: Catalogue): Promise<string> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  const { added, total } = await catalogue.sync();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  delay.disable();
  return `${name}: ${seconds} s, ${added} added of ${total}, longest pause ${(delay.max / 1e6).toFixed(0)} ms`;
}

/** Every state of the search box while each text is typed. */
function keystrokes(): string[] {
  return TYPED.flatMap(text => Array.from(text, (_, i) => text.slice(0, i + 1)));
}

function searches(catalogue: Catalogue): number[] {
  return keystrokes().map(query =>
    timed(() => catalogue.search({ query, includeHidden: false, limit: 60, offset: 0 })),
  );
}

function scans(db: Db): number[] {
  const scan = db.prepare('SELECT count(*) FROM offers WHERE product_name LIKE ? OR offer_name LIKE ?');
  return keystrokes().map(query => timed(() => scan.get(`%${query}%`, `%${query}%`)));
}

function productLists(catalogue: Catalogue): number[] {
  return ['', ...keystrokes()].map(query => timed(() => catalogue.products({ query, limit: 60, offset: 0 })));
}

function firstGrids(catalogue: Catalogue): number[] {
  return Array.from({ length: 20 }, (_, i) => {
    catalogue.markGone(1000 + i);
    return timed(() => catalogue.products({ query: '', limit: 60, offset: 0 }));
  });
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function figures(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): string => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(1);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms (${sorted.length})`;
}
