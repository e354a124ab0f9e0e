import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Report, Share } from './worker.ts';

export interface Result {
  seeds: number;
  orders: number;
  broken: { seed: number; laws: string[] }[];
}

/** A run leaves much behind that nobody keeps, and throws much that nobody traces: a run that broke a law is told again. */
const CHEAP = ['--stack-trace-limit=0', '--min-semi-space-size=32', '--max-semi-space-size=64'];
const WORKER = join(import.meta.dirname, 'worker.ts');

type Broken = Result['broken'][number];

/** What is told while it runs. */
interface Telling {
  progress?: (seeds: number) => void;
  broken?: (seed: Broken) => void;
}

/** Runs `count` seeds from `from` on, spread over the cores. */
export async function runMany(
  from: number,
  count: number,
  { progress = () => {}, broken = () => {} }: Telling = {},
): Promise<Result> {
  const processes = Math.min(availableParallelism(), count);
  const size = Math.ceil(count / processes);
  const done = new Array<number>(processes).fill(0);
  const shares = Array.from({ length: processes }, (_, index): Share => {
    const first = from + index * size;
    return { from: first, count: Math.min(size, from + count - first), untilBroken: false };
  });
  const results = await Promise.all(
    shares.map((share, index) =>
      runShare(
        share,
        {},
        {
          broken,
          progress(seeds) {
            done[index] = seeds;
            progress(done.reduce((sum, each) => sum + each, 0));
          },
        },
      ),
    ),
  );
  return {
    seeds: results.reduce((sum, result) => sum + result.seeds, 0),
    orders: results.reduce((sum, result) => sum + result.orders, 0),
    broken: results.flatMap(result => result.broken).sort((a, b) => a.seed - b.seed),
  };
}

export interface ProcessOptions {
  nodeArguments?: string[];
  environment?: Record<string, string>;
}

/** In a process of its own. */
export async function runShare(
  share: Share,
  { nodeArguments = [], environment = {} }: ProcessOptions,
  { progress, broken }: Telling = {},
): Promise<Result> {
  const child = spawn(process.execPath, [...CHEAP, ...nodeArguments, WORKER, JSON.stringify(share)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let errors = '';
  child.stderr.on('data', chunk => {
    errors += String(chunk);
  });
  const result: Result = { seeds: 0, orders: 0, broken: [] };
  let hasEnded = false;
  for await (const line of createInterface({ input: child.stdout })) {
    const report: Report = JSON.parse(line);
    if (report.kind === 'broken') {
      result.broken.push({ seed: report.seed, laws: report.laws });
      broken?.(report);
    }
    if (report.kind === 'progress') progress?.(report.done);
    if (report.kind !== 'end') continue;
    hasEnded = true;
    result.seeds = report.seeds;
    result.orders = report.orders;
  }
  if (!hasEnded) throw new Error(`the simulation ended before its time\n${errors}`);
  return result;
}
