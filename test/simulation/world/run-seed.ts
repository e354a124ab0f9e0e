import { createDice, type Dice } from './dice.ts';
import type { Image } from './image.ts';
import { FORGETFUL_MS, type PartnerTraits } from './partner-model.ts';
import { runWorld } from './run-world.ts';
import { settle } from './settle.ts';
import { STORY_MS, tell } from './story.ts';
import { createWeather } from './weather.ts';

export interface Outcome {
  /** Empty where the till kept its word. */
  broken: string[];
  /** What happened, where it was asked for. */
  lines: string[];
  orders: number;
}

/** One run: a troubled time, then a calm one in which everything has to come right. */
export async function runSeed(image: Image, seed: number, traced = false): Promise<Outcome> {
  const dice = createDice(seed);
  const tills = dice.pick([1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3]);
  const given = { image, dice, fate: createWeather(dice), traits: traitsFrom(dice), tills, traced };
  const { world, broken } = await runWorld(given, async lived => {
    for (const { till } of lived.tills) till.start();
    tell(lived, dice);
    await lived.time.run(STORY_MS);
    await settle(lived);
  });
  return { broken, lines: world.lines, orders: world.partner.bookings.length };
}

function traitsFrom(dice: Dice): PartnerTraits {
  return {
    remembersMs: dice.chance(0.5) ? FORGETFUL_MS : Number.POSITIVE_INFINITY,
    slow: dice.pick([0, 0.3, 1]),
    bad: dice.pick([0, 0, 0.1, 0.5]),
    slowestBookingMs: dice.pick([0, 2_000]),
    longestHiddenMs: dice.pick([0, 20_000]),
  };
}
