import type { World } from './world.ts';

const HOUR = 60 * 60_000;

/** Nothing moves any more that needs no person. */
export function isQuiet({ tills }: World): boolean {
  return tills.every(
    ({ till, people }) => people.waiting() === 0 && till.act(parts => parts.orders.summary().waiting) === 0,
  );
}

/** First the till alone, which needs nobody for what is not held; then with a manager, until nothing is open. */
export async function settle(world: World): Promise<void> {
  const { time, tills } = world;
  world.clearUp();
  const quiet = (): boolean => isQuiet(world);
  await renewTokens(world);
  await time.run(time.now() + 2 * HOUR, quiet);
  for (const { till, people } of tills) {
    if (people.waiting() > 0) world.broken.push(`${till.name} leaves customers without a word`);
    const waiting = till.act(parts => parts.orders.list({ state: 'open', limit: 100 }).orders) ?? [];
    for (const order of waiting) {
      if (order.next !== 'decide') world.broken.push(`order ${order.id} (${order.state}) waits for nothing`);
    }
  }
  for (let round = 0; round < 40 && !isDone(world); round++) {
    for (const { people } of tills) people.manage(true);
    await time.run(time.now() + 10 * 60_000, quiet);
  }
}

async function renewTokens({ time, tills }: World): Promise<void> {
  const isCurrent = (): boolean => tills.every(({ people }) => people.hasToken());
  for (let round = 0; round < 10 && !isCurrent(); round++) {
    for (const { people } of tills) people.replaceToken();
    await time.run(time.now() + 32 * HOUR, isCurrent);
  }
}

const isDone = ({ tills }: World): boolean =>
  tills.every(({ till }) => {
    const queue = till.act(parts => parts.orders.summary());
    return queue !== undefined && queue.waiting + queue.held + queue.toRefund === 0;
  });
