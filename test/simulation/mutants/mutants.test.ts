import { expect, it } from 'vitest';
import { MUTANTS } from './mutants.ts';
import { runMutants, SEEDS } from './run-mutants.ts';

const LONG_MS = 240_000;

it(
  `each of ${MUTANTS.length} mistakes that somebody could make is seen within ${SEEDS} seeds`,
  async () => {
    const unseen: string[] = [];
    for await (const { name, seed, law } of runMutants(MUTANTS)) {
      console.log(`${name}: ${seed === undefined ? 'NOT SEEN' : `seed ${seed}, ${law}`}`);
      if (seed === undefined) unseen.push(name);
    }
    expect(unseen).toEqual([]);
  },
  LONG_MS,
);
