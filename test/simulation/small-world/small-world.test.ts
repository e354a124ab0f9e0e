import { expect, it } from 'vitest';
import { runAll } from './run-all.ts';

const LONG_MS = 240_000;

it.each([1, 2])(
  'every crash point with every fault of every request leaves %i orders bought once and delivered',
  async orders => {
    const { runs, broken } = await runAll({ orders, pairs: false });
    console.log(`small world of ${orders} orders: ${runs} runs`);
    expect(broken).toEqual([]);
    expect(runs).toBeGreaterThan(1_000);
  },
  LONG_MS,
);
