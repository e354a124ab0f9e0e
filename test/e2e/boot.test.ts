import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { wrongAtBoot } from '../support/boot-proof.ts';
import { commandOf, hostsUnderTest, openHostedTill } from '../support/hosts.ts';
import { areNamed } from '../support/named-hosts.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'keytill-e2e-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));

/** A till that is not set up, with a folder of its own and no partner. */
const aloneIn = (name: string): string[] => [
  ...['--data', join(folder, name)],
  ...['--keychain', 'memory'],
  ...['--partner', 'http://127.0.0.1:9'],
];

/** How a start ends that shows no till; a box with a message is written to stderr where there is no screen. */
async function refusedStart(
  host: 'double' | 'electron',
  args: readonly string[],
): Promise<{ code: number | null; errors: string }> {
  const [binary = '', ...switches] = commandOf(host);
  const child = spawn(binary, [...switches, ROOT, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // Where Chromium lays down its own where no data folder was found.
    env: { ...process.env, XDG_CONFIG_HOME: join(folder, 'config') },
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', text => (errors += text));
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
  const [code] = await once(child, 'close');
  clearTimeout(timer);
  return { code, errors };
}

for (const host of hostsUnderTest(['double'])) {
  if (host === 'loopback') test.skip('a page on loopback has no window to boot');
  else
    describe(`on the host ${host} the desktop till`, () => {
      test('boots, and lets its page go nowhere', async () => {
        expect(await wrongAtBoot(host, join(folder, host))).toBeUndefined();
      });

      test('shows its window before it looks at its data, in a folder that is this user’s alone', async () => {
        const args = aloneIn(`${host}-painted`);
        const till = await openHostedTill(host, { args });
        onTestFinished(async () => void (await till.stop()));
        const paintedAt = await till.page.evaluate(() => {
          const [first] = performance.getEntriesByName('first-paint');
          return first && performance.timeOrigin + first.startTime;
        });
        const database = statSync(join(folder, `${host}-painted`, 'keytill.db'));
        expect(paintedAt).toBeLessThan(database.birthtimeMs);
        if (process.platform !== 'win32')
          expect(statSync(join(folder, `${host}-painted`)).mode & 0o777).toBe(0o700);
      });

      test('is opened once: a second start ends by itself, and the first goes on', async () => {
        const args = aloneIn(`${host}-twice`);
        const till = await openHostedTill(host, { args });
        onTestFinished(async () => void (await till.stop()));
        const [binary = '', ...switches] = commandOf(host);
        const second = spawn(binary, [...switches, ROOT, ...args], { stdio: 'ignore' });
        expect(await once(second, 'exit')).toEqual([0, null]);
        expect(await till.call('terminal.status', {})).toMatchObject({ phase: 'setup' });
        expect(await till.stop()).toBeLessThan(2000);
      });

      test.skipIf(process.platform === 'win32')(
        'is opened after a crash, whatever name its machine had then',
        async () => {
          const own = join(folder, `${host}-renamed`, 'desktop');
          mkdirSync(own, { recursive: true });
          symlinkSync('the-old-name-4711', join(own, 'SingletonLock'));
          const till = await openHostedTill(host, { args: aloneIn(`${host}-renamed`) });
          onTestFinished(async () => void (await till.stop()));
          expect(await till.call('terminal.status', {})).toMatchObject({ phase: 'setup' });
        },
      );

      test.skipIf(process.platform !== 'linux')(
        'that cannot write what belongs to its window says so in a box',
        async () => {
          mkdirSync(join(folder, `${host}-stuck`));
          symlinkSync('/proc/self', join(folder, `${host}-stuck`, 'desktop'));
          expect(await refusedStart(host, ['--data', join(folder, `${host}-stuck`)])).toEqual({
            code: 1,
            errors: expect.stringMatching(/Nothing can be stored.*В папку данных.*ENOENT/s),
          });
        },
      );

      test('that cannot start says so in a box, in every language until it knows the shop’s', async () => {
        const nowhere = process.platform === 'linux' ? '/proc/nothere' : join(folder, 'file', 'within');
        writeFileSync(join(folder, 'file'), '');
        expect(await refusedStart(host, ['--colour'])).toEqual({
          code: 2,
          errors: expect.stringMatching(/KeyTill не запускается.*Unknown option '--colour'\s*$/s),
        });
        expect(await refusedStart(host, ['--data', nowhere])).toEqual({
          code: 1,
          errors: expect.stringMatching(/Nothing can be stored.*В папку данных.*ENO/s),
        });
        const known = join(folder, `${host}-russian`);
        mkdirSync(join(known, 'desktop'), { recursive: true });
        writeFileSync(join(known, 'desktop', 'language'), 'ru');
        mkdirSync(join(known, 'in-use.lock'));
        const { errors } = await refusedStart(host, ['--data', known]);
        expect(errors).toMatch(/В папку данных.*SQLITE_CANTOPEN/s);
        expect(errors).not.toContain('Nothing can be stored');
      });

      test.runIf(areNamed())('loads a page again that crashed', async () => {
        const args = aloneIn(`${host}-crash`);
        const till = await openHostedTill(host, { args });
        onTestFinished(async () => void (await till.stop()));
        const crashed = till.page.waitForEvent('crash');
        const session = await till.page.context().newCDPSession(till.page);
        session.send('Page.crash').catch(() => {});
        await crashed;
        // A connection that is made while the page is gone may never show it, or as it was: then the next one is asked.
        await vi.waitFor(
          async () => {
            const page = await till.pageAgain();
            await page.getByRole('button', { name: 'Continue' }).waitFor({ timeout: 4_000 });
          },
          { timeout: 75_000, interval: 500 },
        );
      });
    });
}
