import type { Log } from './log.ts';
import { maskedWords } from './partner/masked-text.ts';

/**
 * Logs every error that nobody handled, says it on stderr, and calls `thrown` after one that was thrown: the program cannot go on from there.
 * After a rejection it goes on: one call alone has failed, and what is stored is whole after every transaction.
 */
export function logSurprises(log: Log, thrown: () => void): void {
  const tell = (error: unknown, what: string) => {
    const failed = described(error);
    log.error(failed, what);
    process.stderr.write(`KeyTill failed: ${failed.error}\n`);
  };
  process.on('unhandledRejection', error => tell(error, 'a rejection nobody handled'));
  process.on('uncaughtException', error => {
    tell(error, 'an error nobody handled');
    thrown();
  });
}

/** What failed, and where. Whatever else an error carries may be anything, and its message may quote a secret. */
function described(error: unknown): { error: string; at: string[] } {
  if (!(error instanceof Error)) return { error: maskedWords(String(error), undefined), at: [] };
  const [, trace = ''] = (error.stack ?? '').split(error.message === '' ? error.name : error.message);
  const frames = trace.split('\n').filter(line => /^\s+at /.test(line));
  return {
    error: `${error.name}: ${maskedWords(error.message, undefined)}`,
    at: frames.map(line => line.trim()),
  };
}
