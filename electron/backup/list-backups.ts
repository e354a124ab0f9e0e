import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from '../../shared/contract/backup.ts';
import { MIGRATIONS } from '../store/migrations/index.ts';
import { readBackupName } from './backup-name.ts';
import { type BackupProblem, digestOf, problemIn, tillIn, versionIn } from './prove.ts';

/**
 * Newest first; a folder that is not there has none. Each file is read whole. `till`: whose they must be; where that is not
 * known, they are for whose the newest good one is.
 */
export function listBackups(folder: string, till: string | undefined): Backup[] {
  const found = namesIn(folder)
    .map(name => lookAt(folder, name))
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const good = found.filter(({ verified }) => verified);
  const whose = new Map(good.map(({ name }) => [name, tillIn(join(folder, name))]));
  const own = till ?? whose.get(good[0]?.name ?? '');
  return found.map(backup =>
    backup.verified && whose.get(backup.name) !== own
      ? { ...backup, verified: false, problem: 'foreign' }
      : backup,
  );
}

/** When the newest of this till was made, by the names of those a till made; `undefined` too where the folder cannot be read. */
export function newestBackupAt(folder: string, till: string | undefined): number | undefined {
  try {
    const times = namesIn(folder).flatMap(name => {
      const named = readBackupName(name);
      return named && (named.till === undefined || till?.startsWith(named.till)) ? named.at : [];
    });
    return times.length ? Math.max(...times) : undefined;
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isFile() && entry.name.endsWith('.db'))
      .map(entry => entry.name);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function lookAt(folder: string, name: string): Backup {
  const path = join(folder, name);
  const { size, mtimeMs } = statSync(path);
  const named = readBackupName(name);
  const problem = problemOf(path, named?.digest);
  return {
    name,
    at: new Date(named?.at ?? mtimeMs).toISOString(),
    size,
    why: named?.why ?? 'other',
    verified: problem === undefined,
    ...(problem ? { problem } : {}),
  };
}

/** One that the till named was proven before it got its name, and is still the same where its bytes are. */
export function problemOf(path: string, digest: string | undefined): BackupProblem | undefined {
  if (digest === undefined) return problemIn(path);
  if (digestOf(path) !== digest) return 'damaged';
  return versionIn(path) > MIGRATIONS.length ? 'newer' : undefined;
}
