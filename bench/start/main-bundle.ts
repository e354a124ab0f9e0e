import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ms, note, print } from '../measure.ts';

const ROUNDS = 9;
const LOADER = join(import.meta.dirname, 'load-main.ts');

/** Processor time in milliseconds. */
interface Load {
  /** Before the window can be made. */
  window: number;
  /** And all the till's code besides. */
  whole: number;
}

/**
 * What the built main program costs to load, beyond Node's own start: in a process of its own each time, with the double's
 * `electron` loaded before. Processor time, and the best of all: what else the machine does is not the till's.
 */
export async function mainBundle(home: string): Promise<boolean> {
  const loads = Array.from({ length: ROUNDS }, (_, round) => load(join(home, `load-${round}`)));
  const best = (part: keyof Load): number => Math.min(...loads.map(each => each[part]));
  note('start', `main bundle, as far as the window needs it: ${ms(best('window'))} of processor time`);
  return print({
    bench: 'start',
    what: 'main bundle, all of it, beyond Node',
    ms: best('whole'),
    most: 150,
  });
}

function load(data: string): Load {
  const said = execFileSync(process.execPath, [LOADER, '--data', data, '--keychain', 'memory']);
  return JSON.parse(String(said));
}
