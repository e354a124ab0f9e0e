import { parseArgs } from 'node:util';
import { runMany } from './run-many.ts';
import { makeImage } from './world/image.ts';
import { runSeed } from './world/run-seed.ts';

const HELP = `npm run simulate -- [--seeds N] [--from SEED]   many runs; says which seeds broke which law
npm run simulate -- --seed SEED                  one run, with all that happened in it`;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) process.stdout.write(`${HELP}\n`);
else process.exitCode = values.seed === undefined ? await many() : await one(Number(values.seed));

async function many(): Promise<number> {
  const started = performance.now();
  const seconds = (): string => ((performance.now() - started) / 1000).toFixed(0);
  let shown = 0;
  const { seeds, orders, broken } = await runMany(Number(values.from), Number(values.seeds), {
    progress(done) {
      if (done - shown < 10_000) return;
      shown = done;
      process.stdout.write(`${done} seeds (${seconds()} s)\n`);
    },
    broken({ seed, laws }) {
      process.stdout.write(`seed ${seed}: ${laws.join('; ')}\n  npm run simulate -- --seed ${seed}\n`);
    },
  });
  process.stdout.write(
    `${seeds} seeds, ${orders} orders bought, ${broken.length} seeds broke a law (${seconds()} s)\n`,
  );
  return broken.length === 0 ? 0 : 1;
}

async function one(seed: number): Promise<number> {
  const { lines, broken, orders } = await runSeed(await makeImage(), seed, true);
  process.stdout.write(`${lines.join('\n')}\n\n`);
  for (const law of broken) process.stdout.write(`BROKEN: ${law}\n`);
  process.stdout.write(`seed ${seed}: ${orders} orders bought, ${broken.length} laws broken\n`);
  return broken.length === 0 ? 0 : 1;
}
