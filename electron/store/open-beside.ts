import { statSync } from 'node:fs';
import { DamagedDatabase } from './check.ts';
import { type Db, openStore } from './open.ts';

/** A smaller file is looked through in less time than a thread takes to begin. */
const LARGE_BYTES = 8 * 1024 * 1024;

interface Beside {
  check(path: string, leastEntry: number): Promise<string | undefined>;
}

/**
 * As `openStore`, with a large file looked through in a thread of its own: a window shows its page meanwhile. What that
 * thread cannot tell is found out here.
 */
export async function openBeside(path: string, leastEntry: number, beside: Beside): Promise<Db> {
  if (sizeOf(path) < LARGE_BYTES) return openStore(path, leastEntry);
  let damage: string | undefined;
  try {
    damage = await beside.check(path, leastEntry);
  } catch {
    return openStore(path, leastEntry);
  }
  if (damage !== undefined) throw new DamagedDatabase(damage);
  return openStore(path, 'checked');
}

function sizeOf(path: string): number {
  const files = [path, `${path}-wal`];
  return files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
}
