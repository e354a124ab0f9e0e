import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRecord } from '../../disk-record.ts';
import { compileShim } from '../../shim.ts';
import { runUnderShim } from '../../under-shim.ts';
import { TILL } from '../plot.ts';
import type { Story } from '../story.ts';

/** What the program of this story does in one process. It is killed after its work, so that its log is still there. */
export type Step = 'work' | 'restore';

/** What a person knows by then, in the order in which it happened among the writes to the disk. */
export type RestoreMark =
  /** So many entries of the audit are acknowledged. */
  | { is: 'noted'; entries: number }
  | { is: 'backing_up' }
  | { is: 'backed_up'; name: string }
  | { is: 'restored' };

const PROGRAM = join(import.meta.dirname, 'program.ts');

/** A till works, is backed up, works on and is killed; then the backup is restored. Returns all that was done to its disk. */
export async function restoreStory(): Promise<Story> {
  const home = mkdtempSync(join(tmpdir(), 'keytill-power-'));
  const root = join(home, 'root');
  mkdirSync(join(root, TILL), { recursive: true });
  try {
    const settings = { library: compileShim(home), folder: root, record: join(home, 'record') };
    for (const step of ['work', 'restore'] satisfies Step[])
      await runUnderShim([PROGRAM, root, step], settings);
    return { root, events: readRecord(settings.record) };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
