import { parseArgs } from 'node:util';
import { z } from 'zod';
import { amount } from '../../shared/contract/common.ts';
import { MOST_OFFERS } from './options.ts';
import { startSandbox } from './sandbox.ts';
import { someSettings } from './settings.ts';

const USAGE = `Usage: npm run sandbox -- [--port N] [--control-port N] [--offers N] [--seed N] [--balance USD] [--settings JSON]

While it runs, its control port takes POST /sandbox/down and /sandbox/up, /sandbox/topup {"usd":"50"},
/sandbox/faults {"kind":"cut","when":"after","calls":["create-order"],"times":1} and more, and answers GET /sandbox/ledger.
`;

const whole = z.coerce.number().int().min(0);
const port = whole.max(65_535);

const commandLine = z.object({
  port: port.default(0),
  'control-port': port.default(0),
  offers: whole.max(MOST_OFFERS).default(300),
  seed: whole.default(1),
  balance: amount.default('500.25'),
  settings: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(someSettings)
    .default({}),
});

/** Orders of a partner that was started anew never carry the numbers of an earlier run. */
function firstOrderIdNow(): number {
  return Math.floor(Date.now() / 1000);
}

function readOptions(): z.output<typeof commandLine> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      'control-port': { type: 'string' },
      offers: { type: 'string' },
      seed: { type: 'string' },
      balance: { type: 'string' },
      settings: { type: 'string' },
    },
  });
  return commandLine.parse(values);
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) {
    process.stdout.write(USAGE);
    return;
  }
  const { 'control-port': controlPort, ...options } = readOptions();
  const sandbox = await startSandbox({ ...options, controlPort, firstOrderId: firstOrderIdNow() });
  const { url, controlUrl, token, managementToken } = sandbox;
  process.stdout.write(`${JSON.stringify({ ready: true, url, controlUrl, token, managementToken })}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void sandbox.stop());
}

function messageOf(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${messageOf(error)}\n${USAGE}`);
  process.exit(2);
});
