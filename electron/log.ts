import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Logger, pino } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

const LARGEST_BYTES = 5 * 1024 * 1024;
/** Field names that never reach the log, at the top of an entry or one level down. */
const SECRET = ['token', 'managementToken', 'pin', 'key', 'keys', 'authorization', 'cookie', 'launch'];

export function logFile(dataFolder: string): string {
  return join(dataFolder, 'logs', 'keytill.log');
}

/** Writes JSON lines to `file`. At 5 MB the file becomes `<file>.1` and a new one begins: at most 10 MB on disk. */
export function createLog(file: string): Log {
  return pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRET.flatMap(name => [name, `*.${name}`]), censor: '[removed]' },
    },
    rotatingFile(file, LARGEST_BYTES),
  );
}

/** Never throws: a log that cannot be written, on a full disk say, must not stop a sale; it goes to stderr. */
export function rotatingFile(file: string, largestBytes: number): { write(line: string): void } {
  let opened = open();

  function open(): { handle: number; size: number } | undefined {
    try {
      mkdirSync(dirname(file), { recursive: true });
      const handle = openSync(file, 'a', 0o600);
      return { handle, size: fstatSync(handle).size };
    } catch {
      return undefined;
    }
  }
  return {
    write(line) {
      try {
        if (opened && opened.size + line.length > largestBytes) {
          closeSync(opened.handle);
          opened = undefined;
          renameSync(file, `${file}.1`);
        }
        opened ??= open();
        if (!opened) throw new Error('the log file cannot be opened');
        opened.size += writeSync(opened.handle, line);
      } catch {
        process.stderr.write(line);
      }
    },
  };
}
