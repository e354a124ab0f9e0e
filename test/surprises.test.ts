import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { logFile } from '../electron/log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keytill-surprise-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program that fails in a way nobody handles; it ends with 7 where that ends it. */
function failing(code: string) {
  const at = (path: string) => JSON.stringify(join(import.meta.dirname, '../electron', path));
  const script = `
    import { createLog, logFile } from ${at('log.ts')};
    import { logSurprises } from ${at('surprises.ts')};
    logSurprises(createLog(logFile(process.argv[1])), () => process.exit(7));
    setTimeout(() => process.exit(0), 200);
    ${code}`;
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module-typescript', '-e', script, folder],
    { encoding: 'utf8' },
  );
  return { status, stderr, log: readFileSync(logFile(folder), 'utf8') };
}

test('an error that nobody handled is logged with its place, without what it carries or quotes, and ends the program', () => {
  const { status, stderr, log } = failing(
    `const error = new TypeError('Invalid header value "Bearer c0ffee11c0ffee22c0ffee33c0ffee44"');
    throw Object.assign(error, { request: { headers: { 'x-shop': 'T0KEN' } }, cause: new Error('AAAA-BBBB-CCC1') });`,
  );
  expect(status).toBe(7);
  expect(JSON.parse(log)).toMatchObject({
    level: 50,
    error: 'TypeError: Invalid header value "Bearer ***"',
    at: expect.arrayContaining([expect.stringMatching(/^at /)]),
  });
  expect(log + stderr).not.toMatch(/c0ffee|T0KEN|AAAA/);
});

test('a message that looks like a place in the program is none', () => {
  const { log } = failing(`throw new Error('x\\n    at AB7KQ-X9PLM-CCDD1');`);
  expect(JSON.parse(log).at.join()).not.toContain('AB7KQ');
});

test('a rejection that nobody handled is logged, and the program goes on', () => {
  const { status, log } = failing(`Promise.reject(new Error('not foreseen'));`);
  expect(status).toBe(0);
  expect(log).toContain('Error: not foreseen');
});
