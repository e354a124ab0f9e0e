import type { Image } from '../world/image.ts';
import { FAULTS } from './faults.ts';
import { type Plan, runPlan } from './run-plan.ts';

export interface Enumerated {
  runs: number;
  /** The plans that break a law, each with the laws. */
  broken: { plan: string; laws: string[] }[];
}

export interface SmallWorld {
  /** How many orders the one customer places. */
  orders: number;
  /** Also every fault of a request followed by every fault of the next one. */
  pairs: boolean;
  /** Which part of it this process does, of how many. */
  part: { number: number; of: number };
}

/**
 * Every crash point, and none, with every fault of every request. The loops end where a run no longer comes to its
 * request or its crash point: nothing is left out.
 */
export async function enumerate(image: Image, { orders, pairs, part }: SmallWorld): Promise<Enumerated> {
  const result: Enumerated = { runs: 0, broken: [] };

  async function run(plan: Plan, name: string) {
    const outcome = await runPlan(image, plan);
    result.runs++;
    if (outcome.broken.length) result.broken.push({ plan: name, laws: outcome.broken });
    return outcome;
  }

  async function withEveryDeath(plan: Plan, name: string): Promise<number> {
    const { met } = await run(plan, name);
    let most = met;
    for (let diesAt = 0; ; diesAt++) {
      const outcome = await run({ ...plan, diesAt }, `${name}; dies at ${diesAt}`);
      most = Math.max(most, outcome.met);
      if (!outcome.died) return most;
    }
  }

  const mine = FAULTS.filter((_, index) => index % part.of === part.number);
  if (part.number === 0) await withEveryDeath({ orders, faults: [] }, 'nothing goes wrong');
  for (const fault of mine) {
    for (let request = 0; ; request++) {
      const name = `${orders} orders; request ${request} ${fault.name}`;
      const met = await withEveryDeath({ orders, faults: [{ request, ...fault }] }, name);
      if (met === 0 && request > 0) break;
      for (const next of pairs ? FAULTS : []) {
        const faults = [
          { request, ...fault },
          { request: request + 1, ...next },
        ];
        await run({ orders, faults }, `${name}; the next ${next.name}`);
      }
    }
  }
  return result;
}
