import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from '../../shared/contract/backup.ts';
import { MIGRATIONS } from '../store/migrations/index.ts';
import { readBackupName } from './backup-name.ts';
import { type BackupProblem, digestOf, problemIn, versionIn } from './prove.ts';

/** Newest first; a folder that is not there has none. Each file is read whole. */
export function listBackups(folder: string): Backup[] {
  return namesIn(folder)
    .map(name => lookAt(folder, name))
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** When the newest was made, by the names of those the till made; `undefined` too where the folder cannot be read. */
export function newestBackupAt(folder: string): number | undefined {
  try {
    const times = namesIn(folder).flatMap(name => readBackupName(name)?.at ?? []);
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
