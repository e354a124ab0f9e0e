import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import PQueue from 'p-queue';
import { runShare } from '../run-many.ts';
import type { Mutant } from './mutants.ts';

const HOOK = join(import.meta.dirname, 'hook.ts');

export const SEEDS = 1_000;

export interface Fought {
  name: string;
  /** The first seed that sees it, and the law it breaks there. */
  seed?: number;
  law?: string;
}

/** Runs the simulation with each of these mistakes in turn, until it is seen. */
export async function* runMutants(mutants: readonly Mutant[]): AsyncGenerator<Fought> {
  const atOnce = new PQueue({ concurrency: availableParallelism() });
  const fights = mutants.map(mutant => atOnce.add(() => fight(mutant)));
  for (const fought of fights) yield await fought;
}

async function fight({ name, seed }: Mutant): Promise<Fought> {
  const options = { nodeArguments: ['--import', HOOK], environment: { MUTANT: name } };
  const search = async (from: number, count: number) => {
    const { broken } = await runShare({ from, count, untilBroken: true }, options);
    return broken[0];
  };
  const first = (await search(seed, 1)) ?? (await search(1, SEEDS));
  return first ? { name, seed: first.seed, law: first.laws[0] ?? '' } : { name };
}
