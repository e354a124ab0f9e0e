import { seeded } from '../../electron/sandbox/seeded.ts';

/** Uniform in [0, 1). */
export type Chance = () => number;

const ALL = 2 ** 32;

/** The same seed tells the same story. */
export function seededChance(seed: number): Chance {
  const next = seeded(seed);
  return () => next(ALL) / ALL;
}
