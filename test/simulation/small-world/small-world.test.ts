import { expect, it } from 'vitest';
import { runAll } from './run-all.ts';

const LONG_MS = 240_000;

it(
  'every crash point with every fault of every request leaves an order bought once and delivered',
  async () => {
    const { runs, broken } = await runAll({ orders: 1, pairs: false });
    console.log(`small world of one order: ${runs} runs`);
    expect(broken).toEqual([]);
    expect(runs).toBeGreaterThan(1_000);
  },
  LONG_MS,
);
