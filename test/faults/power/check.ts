import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chance } from '../chance.ts';
import type { DiskEvent } from '../disk-record.ts';
import { createDisk, type Files } from './disk-model.ts';
import { type Found, findOut } from './found.ts';
import { MARKS, TILL } from './plot.ts';
import { broken, noPromises, note } from './promises.ts';
import type { Story } from './story.ts';
import { statesAfterPowerCut } from './variants.ts';

export interface Verdict {
  /** After how many of the till's doings the power was cut. */
  cuts: number;
  /** How many disks were looked at, and how many of them differed. */
  disks: number;
  different: number;
  /** How much the till had let the world see at the end, so that a check of nothing does not pass. */
  promised: { sales: number; requests: number; keysShown: number; keysPrinted: number; givenBack: number };
  broken: { after: number; what: string }[];
}

export interface Thoroughness {
  /** Blends of lost, kept and torn writes at each cut, beyond those that are always tried. */
  mixed: number;
  /** Cuts tried, as a part of all there are. */
  part: number;
  chance: Chance;
  /** The check ends when it has found so many. */
  enough: number;
}

/** Cuts the power after everything the till did, and looks what a till finds that is started on what is left. */
export function cutEverywhere({ root, events }: Story, given: Thoroughness): Verdict {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'keytill-cut-'));
  const disk = createDisk();
  const promises = noPromises();
  const keys = keysIn(events, root);
  const seen = new Map<string, Found>();
  const verdict: Omit<Verdict, 'promised' | 'different'> = { cuts: 0, disks: 0, broken: [] };
  try {
    for (const [index, event] of events.entries()) {
      note(promises, root, event, keys);
      if (isOfTheTill(event, root)) disk.apply(event);
      // Right after something was let out is where a promise could be empty; elsewhere chance may leave cuts out.
      if (isOfTheTill(event, root) && given.chance() >= given.part) continue;
      verdict.cuts++;
      for (const files of statesAfterPowerCut(disk, given.mixed, given.chance)) {
        verdict.disks++;
        const name = nameOf(files);
        const found = seen.get(name) ?? findOut(files, join(folder, 'till'));
        seen.set(name, found);
        for (const what of broken(promises, found)) verdict.broken.push({ after: index, what });
        if (verdict.broken.length >= given.enough) break;
      }
      if (verdict.broken.length >= given.enough) break;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const { charged, requested, shown, printed, givenBack } = promises;
  const promised = {
    sales: charged.size,
    requests: requested.size,
    keysShown: shown.size,
    keysPrinted: printed.size,
    givenBack: givenBack.size,
  };
  return { ...verdict, different: seen.size, promised };
}

/** The -shm file is shared memory: SQLite makes it anew from the log, whatever is in it. */
const isOfTheTill = ({ path }: DiskEvent, root: string): boolean =>
  (path === join(root, TILL) || path.startsWith(join(root, TILL, '/'))) && !path.endsWith('-shm');

function keysIn(events: readonly DiskEvent[], root: string): Set<string> {
  const marks = events.filter(({ kind, path }) => kind === 'written' && path === join(root, MARKS));
  return new Set(
    marks
      .map(({ data }) => JSON.parse(data.toString()))
      .flatMap(mark => (mark.is === 'shown' ? [mark.key] : [])),
  );
}

/** The same for the same content. */
export function nameOf(files: Files): string {
  const hash = createHash('sha1');
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(path).update(content);
  return hash.digest('hex');
}
