import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

/** How the installer of Windows starts what it has installed: with this word, and with nothing that the program before it had. */
const UPDATED = '--updated';

const words = z.array(z.string());

/** What this program was started with; after an update that is what the one before it kept in `file`. */
export function startArguments(args: readonly string[], file: string): string[] {
  return args.includes(UPDATED) ? keptIn(file) : [...args];
}

/** For the program that an installer is about to start. */
export function keepArguments(args: readonly string[], file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(args));
}

/** Without it the till opens where it opens without options. */
function keptIn(file: string): string[] {
  try {
    return words.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
}
