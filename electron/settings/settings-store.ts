import type { Db } from '../store/open.ts';

/** Named JSON values. */
export function readSetting(db: Db, name: string): unknown {
  const text = db.prepare<[string], string>('SELECT value FROM settings WHERE name = ?').pluck().get(name);
  if (text === undefined) return undefined;
  return JSON.parse(text);
}

export function writeSetting(db: Db, name: string, value: unknown): void {
  db.prepare(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(name, JSON.stringify(value));
}
