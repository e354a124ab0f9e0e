import { makeImage } from './world/image.ts';
import { runSeed } from './world/run-seed.ts';

/** What one process is given to do: the seeds from `from` on, up to `count` of them. */
export interface Share {
  from: number;
  count: number;
  /** Ends at the first seed that breaks a law. */
  untilBroken: boolean;
}

/** What it tells, as one line of JSON each. */
export type Report =
  | { kind: 'broken'; seed: number; laws: string[] }
  | { kind: 'progress'; done: number }
  | { kind: 'end'; seeds: number; orders: number };

const EVERY = 500;

const { from, count, untilBroken }: Share = JSON.parse(process.argv[2] ?? '');
const say = (report: Report): void => void process.stdout.write(`${JSON.stringify(report)}\n`);
const image = await makeImage();
let orders = 0;
let seeds = 0;
for (let seed = from; seed < from + count; seed++) {
  const outcome = await runSeed(image, seed);
  orders += outcome.orders;
  seeds++;
  if (outcome.broken.length) {
    say({ kind: 'broken', seed, laws: outcome.broken });
    if (untilBroken) break;
  }
  if (seeds % EVERY === 0) say({ kind: 'progress', done: seeds });
}
say({ kind: 'end', seeds, orders });
