import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { wrongAtBoot } from '../support/boot-proof.ts';
import { hostsUnderTest } from '../support/hosts.ts';
import { areNamed } from '../support/named-hosts.ts';
import { MISTAKES } from './desktop-mistakes.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Below the project, so that copies of the programs find its packages. */
const cache = join(ROOT, 'node_modules', '.cache', 'keytill');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'boot-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));

function programWith(file: string, from: string, to: string, place: string): string {
  const out = join(folder, place, 'out');
  for (const part of ['main', 'preload', 'renderer'])
    cpSync(join(ROOT, 'out', part), join(out, part), { recursive: true });
  const text = readFileSync(join(out, file), 'utf8');
  expect(text.split(from)).toHaveLength(2);
  writeFileSync(
    join(out, file),
    text.replace(from, () => to),
  );
  return join(out, 'main', 'main.js');
}

const isTried = areNamed() && hostsUnderTest().includes('double');

describe.runIf(isTried).concurrent('the boot of the desktop till fails, and says why,', () => {
  test.each(MISTAKES.map((mistake, at) => ({ ...mistake, place: `mistake-${at}` })))(
    'where $name',
    async ({ file, from, to, seen, place }) => {
      const program = programWith(file, from, to, place);
      expect(await wrongAtBoot('double', join(folder, place, 'data'), program)).toMatch(seen);
    },
  );
});
