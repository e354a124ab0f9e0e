import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { CookieStore } from './access.ts';

const HASH = /^[0-9a-f]{64}$/;

/**
 * Keeps the hashes in one file that only this user may read, so that a kiosk browser left open finds the till again
 * after a restart. A file that is missing or unreadable admits nobody; one that cannot be written costs only that:
 * `warn` is told, and the browser stays in until the process ends.
 */
export function fileCookieStore(path: string, warn: (problem: string) => void): CookieStore {
  return {
    load() {
      try {
        const stored: unknown = JSON.parse(readFileSync(path, 'utf8'));
        return Array.isArray(stored)
          ? stored.filter(hash => typeof hash === 'string' && HASH.test(hash))
          : [];
      } catch {
        return [];
      }
    },
    save(hashes) {
      try {
        writeFileSync(`${path}.new`, JSON.stringify(hashes), { mode: 0o600 });
        renameSync(`${path}.new`, path);
      } catch (error) {
        warn(`Browsers will have to be opened again after a restart: ${String(error)}`);
      }
    },
  };
}
