import { Console } from 'node:console';
import { parseOptions, type TillOptions } from './options.ts';

/**
 * Runs one of the programs a person starts: reads its options, says what is wrong with them or with the start in a
 * sentence on stderr, and keeps stdout for the ready line alone.
 */
export async function runCommand(name: string, run: (options: TillOptions) => Promise<void>): Promise<void> {
  globalThis.console = new Console(process.stderr);
  // Whoever started the till may stop reading; that is no reason to stop selling.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});

  const parsed = parseOptions(name, process.argv.slice(2), process.env);
  if (parsed.kind === 'help') {
    process.stdout.write(`${parsed.text}\n`);
    return;
  }
  if (parsed.kind === 'refused') {
    process.stderr.write(`${parsed.message}\n`);
    process.exit(2);
  }
  try {
    await run(parsed.options);
  } catch (error) {
    process.stderr.write(`KeyTill cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

export function sayReady(ready: { url?: string; pin?: string }): void {
  process.stdout.write(`${JSON.stringify({ ready: true, ...ready })}\n`);
}

/** A till that cannot stop cleanly in this time stops all the same: SIGKILL costs nothing, either. */
const LONGEST_STOP_MS = 1900;

/** Stops once, whoever asks: a signal, or the launcher's end. The process exits with 0. */
export function stopWhenAsked(stop: () => Promise<void>): void {
  let asked = false;
  const end = () => {
    if (asked) return;
    asked = true;
    setTimeout(() => process.exit(0), LONGEST_STOP_MS);
    stop().then(
      () => process.exit(0),
      error => {
        process.stderr.write(`KeyTill did not stop cleanly: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
  process.on('disconnect', end);
}
