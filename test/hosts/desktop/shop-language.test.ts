import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { noteShopLanguage, shopLanguage } from '../../../electron/hosts/desktop/shop-language.ts';
import type { Till } from '../../../electron/hosts/till.ts';
import type { TillEvent } from '../../../shared/events.ts';
import { aStatus } from '../../support/fixtures.ts';

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keytill-language-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A till whose status can be changed, and that can tell of somebody who signed in. */
function aTill(status: object) {
  const listeners = new Set<(event: TillEvent) => void>();
  const till: Till = {
    call: async () => ({ ok: true, value: aStatus(status) }),
    on: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const signOut = (next: object) => {
    status = next;
    for (const tell of listeners) tell({ name: 'session.changed', payload: { staff: null } });
  };
  return { till, signOut };
}

test('the language of an open till is known after it, and follows what a manager chooses', async () => {
  const folder = aFolder();
  expect(shopLanguage(folder)).toBeUndefined();
  const { till, signOut } = aTill({ language: 'ru' });
  noteShopLanguage(till, folder);
  await vi.waitFor(() => expect(shopLanguage(folder)).toBe('ru'));
  signOut({ language: 'en' });
  await vi.waitFor(() => expect(shopLanguage(folder)).toBe('en'));
});

test('a till that is not set up, or cannot read its data, has not chosen any', async () => {
  for (const phase of ['setup', 'recovery']) {
    const folder = aFolder();
    noteShopLanguage(aTill({ language: 'en', phase }).till, folder);
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(shopLanguage(folder)).toBeUndefined();
  }
});

test('a note that says nothing known counts as none, and one that cannot be written is left', async () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'language'), 'tlh');
  expect(shopLanguage(folder)).toBeUndefined();
  noteShopLanguage(aTill({ language: 'ru' }).till, join(folder, 'missing'));
  await new Promise(resolve => setTimeout(resolve, 20));
  expect(shopLanguage(join(folder, 'missing'))).toBeUndefined();
});
