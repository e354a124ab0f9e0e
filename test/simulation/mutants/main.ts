import { runMutants } from './run-mutants.ts';

let unseen = 0;
for await (const { name, seed, law } of runMutants()) {
  if (seed === undefined) unseen++;
  process.stdout.write(`${name}: ${seed === undefined ? 'NOT SEEN' : `seed ${seed}, ${law}`}\n`);
}
process.exitCode = unseen === 0 ? 0 : 1;
