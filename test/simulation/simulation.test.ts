import { expect, it } from 'vitest';
import { runMany } from './run-many.ts';
import { makeImage } from './world/image.ts';
import { runSeed } from './world/run-seed.ts';

const SEEDS = 10_000;
const LONG_MS = 300_000;

it(
  `${SEEDS} troubled days break no law: bought once, delivered, and the money where it belongs`,
  async () => {
    const { seeds, orders, broken } = await runMany(1, SEEDS);
    console.log(`${seeds} seeds, ${orders} orders bought`);
    expect(broken, 'npm run simulate -- --seed N tells the story of one').toEqual([]);
    expect({ seeds, hasOrders: orders > SEEDS }).toEqual({ seeds: SEEDS, hasOrders: true });
  },
  LONG_MS,
);

it('the same seed tells the same story, to the millisecond and the letter', async () => {
  const image = await makeImage();
  for (const seed of [3, 14, 159]) {
    const [first, second] = [await runSeed(image, seed, true), await runSeed(image, seed, true)];
    expect(second.lines).toEqual(first.lines);
    expect(first.lines.length).toBeGreaterThan(20);
  }
});
