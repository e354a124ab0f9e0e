import type { Database } from 'better-sqlite3';

export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase';
}

/** Brings the file to the newest version, each step in a transaction of its own; refuses a file from a newer KeyTill. */
export function migrate(db: Database, migrations: readonly string[]): void {
  const version = db.pragma('user_version', { simple: true });
  if (typeof version !== 'number' || version > migrations.length) {
    throw new NewerDatabase(
      `The database is of version ${version}, this KeyTill knows ${migrations.length}: install the newer KeyTill again.`,
    );
  }
  for (let step = version; step < migrations.length; step++) {
    db.transaction(() => {
      db.exec(migrations[step] ?? '');
      db.pragma(`user_version = ${step + 1}`);
    }).immediate();
  }
}
