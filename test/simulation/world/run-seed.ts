import type { Dice } from './dice.ts';
import { createDice } from './dice.ts';
import type { Image } from './image.ts';
import { brokenLaws } from './laws.ts';
import { FORGETFUL_MS, type PartnerTraits } from './partner-model.ts';
import { settle } from './settle.ts';
import { STORY_MS, tell } from './story.ts';
import { createWeather } from './weather.ts';
import { createWorld, type World } from './world.ts';

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
  const world = createWorld({
    image,
    dice,
    fate: createWeather(dice),
    traits: traitsFrom(dice),
    tills,
    traced,
  });
  const unhandled = (error: unknown): void => void world.surprise(error);
  process.on('unhandledRejection', unhandled);
  try {
    await live(world, dice).catch(world.surprise);
    return { broken: brokenLaws(world, image), lines: world.lines, orders: world.partner.bookings.length };
  } finally {
    world.end();
    process.off('unhandledRejection', unhandled);
  }
}

async function live(world: World, dice: Dice): Promise<void> {
  for (const { till } of world.tills) till.start();
  tell(world, dice);
  await world.time.run(STORY_MS);
  await settle(world);
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
