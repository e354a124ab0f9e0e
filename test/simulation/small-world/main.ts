import { runAll } from './run-all.ts';

let broken = 0;
for (const orders of [1, 2]) {
  const result = await runAll({ orders, pairs: true });
  broken += result.broken.length;
  for (const { plan, laws } of result.broken) process.stdout.write(`${plan}: ${laws.join('; ')}\n`);
  process.stdout.write(`${orders} orders: ${result.runs} runs, ${result.broken.length} broke a law\n`);
}
process.exitCode = broken === 0 ? 0 : 1;
