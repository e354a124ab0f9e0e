import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import PQueue from 'p-queue';
import { runShare } from '../run-many.ts';
import { MUTANTS } from './mutants.ts';

const HOOK = join(import.meta.dirname, 'hook.ts');

export const SEEDS = 1_000;

export interface Fought {
  name: string;
  /** The first seed that sees it, and the law it breaks there. */
  seed?: number;
  law?: string;
}

/** Runs the simulation with each mistake in turn, until one is seen. */
export async function* runMutants(): AsyncGenerator<Fought> {
  const atOnce = new PQueue({ concurrency: availableParallelism() });
  const fights = MUTANTS.map(({ name }) => atOnce.add(() => fight(name)));
  for (const fought of fights) yield await fought;
}

async function fight(name: string): Promise<Fought> {
  const { broken } = await runShare(
    { from: 1, count: SEEDS, untilBroken: true },
    { nodeArguments: ['--import', HOOK], environment: { MUTANT: name } },
  );
  const [first] = broken;
  return first ? { name, seed: first.seed, law: first.laws[0] ?? '' } : { name };
}
