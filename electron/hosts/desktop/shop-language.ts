import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '../../../shared/people.ts';
import type { Till } from '../till.ts';
import { statusOf } from './status-of.ts';

const NAME = 'language';

/** Which language the shop was last known to speak, for what is said while its data is not open. */
export function shopLanguage(folder: string): Language | undefined {
  try {
    const text = readFileSync(join(folder, NAME), 'utf8');
    return LANGUAGES.find(language => language === text);
  } catch {
    return undefined;
  }
}

/** Notes it in `folder` while the till is open. Goes on without where nothing can be written. */
export function noteShopLanguage(till: Till, folder: string): void {
  const note = async () => {
    const status = await statusOf(till);
    const isShops = status?.phase === 'ready' || status?.phase === 'blocked';
    if (!isShops || status.language === shopLanguage(folder)) return;
    try {
      writeFileSync(join(folder, NAME), status.language);
    } catch {}
  };
  void note();
  // Only somebody who has signed in changes it.
  till.on(({ name }) => {
    if (name === 'session.changed') void note();
  });
}
