import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Enumerated, SmallWorld } from './enumerate.ts';

const WORKER = join(import.meta.dirname, 'worker.ts');
const run = promisify(execFile);

/** The whole small world of so many orders, spread over the cores. */
export async function runAll({ orders, pairs }: Omit<SmallWorld, 'part'>): Promise<Enumerated> {
  const of = availableParallelism();
  const parts = await Promise.all(
    Array.from({ length: of }, async (_, number): Promise<Enumerated> => {
      const world: SmallWorld = { orders, pairs, part: { number, of } };
      const { stdout } = await run(process.execPath, [WORKER, JSON.stringify(world)], {
        maxBuffer: 64 * 1024 * 1024,
      });
      return JSON.parse(stdout);
    }),
  );
  return {
    runs: parts.reduce((sum, part) => sum + part.runs, 0),
    broken: parts.flatMap(part => part.broken),
  };
}
