import { createDice } from '../world/dice.ts';
import { type Fate, type RequestFate, SMOOTH } from '../world/fate.ts';
import type { Image } from '../world/image.ts';
import { PROMPT } from '../world/partner-model.ts';
import { runWorld } from '../world/run-world.ts';
import { isQuiet, settle } from '../world/settle.ts';

/** One run: everything goes well but for what is named here. */
export interface Plan {
  orders: number;
  /** What becomes of the n-th request about orders, from 0. */
  faults: { request: number; fate: RequestFate; onlyOf?: string }[];
  /** The process dies at the n-th boundary after the customer came, from 0. */
  diesAt?: number;
}

export interface PlanOutcome {
  broken: string[];
  /** How many of the plan's faults met a request, and whether it came to the death. */
  met: number;
  died: boolean;
}

/** The longest that one order can be in doubt, and be asked about again. */
const TROUBLE_MS = 200_000;

/** One till, a partner that does everything at once, and one customer. */
export async function runPlan(image: Image, plan: Plan): Promise<PlanOutcome> {
  const dice = createDice(1);
  const outcome = { met: 0, died: false };
  const fate = fateOf(plan, outcome);
  const given = { image, dice, fate, traits: PROMPT, tills: 1, traced: false };
  const { broken } = await runWorld(given, async world => {
    const { time, tills } = world;
    for (const { till } of tills) till.start();
    await time.run(1_000);
    fate.begin();
    for (const { people } of tills) people.sellKeys('attempt-1', plan.orders);
    await time.run(time.now() + TROUBLE_MS, () => isQuiet(world));
    await settle(world);
  });
  return { ...outcome, broken };
}

function fateOf({ faults, diesAt }: Plan, outcome: { met: number; died: boolean }): Fate & { begin(): void } {
  let hasBegun = false;
  let request = 0;
  let boundary = 0;
  return {
    begin() {
      hasBegun = true;
    },
    request(path) {
      if (path.endsWith('/balance')) return SMOOTH;
      const number = request++;
      const fault = faults.find(each => each.request === number);
      if (!fault || (fault.onlyOf && !path.endsWith(fault.onlyOf))) return SMOOTH;
      outcome.met++;
      return fault.fate;
    },
    dies() {
      if (!hasBegun || boundary++ !== diesAt) return false;
      outcome.died = true;
      return true;
    },
    diskFails: () => undefined,
  };
}
