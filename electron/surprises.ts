import type { Log } from './log.ts';

/** One part that fails unforeseen must not stop the others: what is stored is whole after every transaction. */
export function logSurprises(log: Log): void {
  process.on('unhandledRejection', err => log.error({ err }, 'a rejection nobody handled'));
  process.on('uncaughtException', err => {
    log.error({ err }, 'an error nobody handled');
    process.stderr.write(`KeyTill stopped: ${String(err)}\n`);
    process.exit(1);
  });
}
