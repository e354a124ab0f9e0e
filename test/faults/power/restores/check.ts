import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chance } from '../../chance.ts';
import type { DiskEvent } from '../../disk-record.ts';
import { nameOf } from '../check.ts';
import { createDisk, type Files } from '../disk-model.ts';
import { MARKS, TILL } from '../plot.ts';
import type { Story } from '../story.ts';
import { statesOfNames } from '../variants.ts';
import { type FoundRestore, findRestored } from './found.ts';
import type { RestoreMark } from './story.ts';

export interface RestoreVerdict {
  /** On how many disks the old data was found, and on how many the restored. */
  old: number;
  restored: number;
  broken: { after: number; what: string }[];
}

interface Known {
  entries: number;
  isBackingUp: boolean;
  backup?: string;
  isRestored: boolean;
}

/** From the backup on, cuts the power after everything that was done to a name or made certain, and looks what a till finds at its next start. */
export function cutRestore({ root, events }: Story, mixed: number, chance: Chance): RestoreVerdict {
  const till = join(root, TILL);
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'keytill-cut-'));
  const disk = createDisk();
  const known: Known = { entries: 0, isBackingUp: false, isRestored: false };
  const seen = new Map<string, FoundRestore>();
  const verdict: RestoreVerdict = { old: 0, restored: 0, broken: [] };
  try {
    for (const [after, event] of events.entries()) {
      const isMark = event.path === join(root, MARKS);
      if (isMark) learn(known, event);
      else if (!event.path.endsWith('-shm')) disk.apply(event);
      const isContent = !isMark && (event.kind === 'written' || event.kind === 'truncated');
      if (isContent || !known.isBackingUp) continue;
      for (const files of statesOfNames(disk, mixed, chance)) {
        const name = nameOf(withoutUnfinished(files));
        const found = seen.get(name) ?? findRestored(files, till, join(folder, 'till'));
        seen.set(name, found);
        verdict[found.data.isRestored ? 'restored' : 'old']++;
        for (const what of wrongWith(found, known)) verdict.broken.push({ after, what });
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return verdict;
}

/** What a start clears away unread makes no difference. */
function withoutUnfinished(files: Files): Files {
  return new Map([...files].filter(([path]) => !/\.(preparing|partial)/.test(path)));
}

function learn(known: Known, { kind, data }: DiskEvent): void {
  if (kind !== 'written') return;
  const mark: RestoreMark = JSON.parse(data.toString());
  if (mark.is === 'noted') known.entries = mark.entries;
  if (mark.is === 'backing_up') known.isBackingUp = true;
  if (mark.is === 'backed_up') known.backup = mark.name;
  if (mark.is === 'restored') known.isRestored = true;
}

function wrongWith({ damage, data, aside, good, bad }: FoundRestore, known: Known): string[] {
  if (damage !== undefined) return [damage];
  const wrong = bad.map(name => `${name} is not whole`);
  if (known.backup !== undefined && !good.includes(known.backup)) wrong.push('the backup is gone');
  if (data.entries < known.entries)
    wrong.push(`${known.entries} entries were acknowledged, ${data.entries} are known`);
  if (known.isRestored && !data.isRestored) wrong.push('the restore is undone');
  if (!data.isRestored && aside.length > 0) wrong.push('old and restored data are mixed');
  if (data.isRestored && !aside.some(({ isRestored, entries }) => !isRestored && entries >= 6))
    wrong.push('the data that was there before is gone');
  return wrong;
}
