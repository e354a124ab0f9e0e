import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { migrate } from '../../../electron/store/migrate.ts';
import { MIGRATIONS } from '../../../electron/store/migrations/index.ts';
import { aSaleFor } from '../../orders/rows.ts';
import { connectProgram } from '../../support/served-till.ts';
import type { Chance } from '../chance.ts';
import { pause } from './counter.ts';
import { startTill, type TillPlace } from './killable-till.ts';

/**
 * A till of a folder of its own is killed while it makes its database, or brings an older one to the newest version, and
 * must start afterwards with everything that was in it. Returns what was wrong.
 */
export async function killDuringMigration(place: TillPlace, chance: Chance): Promise<string[]> {
  rmSync(place.folder, { recursive: true, force: true });
  mkdirSync(place.folder, { recursive: true });
  const file = join(place.folder, 'keytill.db');
  const version = Math.floor(chance() * MIGRATIONS.length);
  if (version > 0) makeOlder(file, version);
  const killed = startTill(place);
  const began = () => existsSync(`${file}-journal`) || existsSync(`${file}-wal`);
  const deadline = performance.now() + 5_000;
  while (!began() && performance.now() < deadline) await pause(1);
  await pause(chance() * 40);
  await killed.kill();

  const till = startTill(place);
  try {
    const program = await connectProgram(await till.ready);
    await program.call('terminal.status', {});
  } catch (error) {
    return [`a till killed while it migrated from version ${version} does not start: ${String(error)}`];
  } finally {
    await till.kill();
  }
  return lookInto(file, version);
}

function makeOlder(file: string, version: number): void {
  const db = new Database(file);
  migrate(db, MIGRATIONS.slice(0, version));
  aSaleFor(db);
  db.close();
}

function lookInto(file: string, from: number): string[] {
  const db = new Database(file);
  try {
    const wrong: string[] = [];
    const version = db.pragma('user_version', { simple: true });
    if (version !== MIGRATIONS.length) wrong.push(`the database stayed at version ${String(version)}`);
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') wrong.push('the database is damaged');
    const sales = db.prepare('SELECT count(*) FROM sales').pluck().get();
    if (sales !== Math.min(from, 1))
      wrong.push(`there were ${Math.min(from, 1)} sales, and there are ${sales}`);
    return wrong;
  } finally {
    db.close();
  }
}
