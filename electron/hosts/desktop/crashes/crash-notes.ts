import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const NAME = 'crashes.json';
/** What a program that starts itself again hands on where the disk takes nothing. */
const VARIABLE = 'KEYTILL_CRASHES';
/** More are never asked for. */
const LAST = 20;

const times = z.array(z.number());

/** When the program ended with an error, the latest last; `folder` is the host's own. What cannot be read counts as none. */
export function notedCrashes(folder: string, environment: NodeJS.ProcessEnv): number[] {
  const onDisk = noted(() => readFileSync(join(folder, NAME), 'utf8'));
  // What is handed on begins with what the disk said.
  const handedOn = noted(() => environment[VARIABLE] ?? '');
  return handedOn.length > 0 ? handedOn : onDisk;
}

/** Never throws: it is called by a program that has failed already. */
export function noteCrash(folder: string, environment: NodeJS.ProcessEnv, at: number): void {
  const text = JSON.stringify([...notedCrashes(folder, environment), at].slice(-LAST));
  try {
    writeFileSync(join(folder, NAME), text);
    delete environment[VARIABLE];
  } catch {
    environment[VARIABLE] = text;
  }
}

function noted(read: () => string): number[] {
  try {
    return times.parse(JSON.parse(read()));
  } catch {
    return [];
  }
}
