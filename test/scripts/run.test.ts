import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'scripts', 'run.mjs'), ...args], { encoding: 'utf8' });

test('a task that does not exist is refused with those that do, on stderr', () => {
  const { status, stdout, stderr } = run('sell');
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(
    'demo, serve, start, sandbox, bench, simulate, build, dist, lint, test, escapes, e2e',
  );
});

test('every npm script names a task that exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const known = run().stderr.split(': ').at(-1)?.trim().split(', ');
  const named = Object.values<string>(scripts).flatMap(script => /run\.mjs (\w+)/.exec(script)?.[1] ?? []);
  expect(named.length).toBeGreaterThan(5);
  expect(known).toEqual(expect.arrayContaining(named));
});

test.each([['--host', 'windows'], ['--host=windows'], ['--host']])(
  'the end-to-end suite runs on no host it does not know: %s %s',
  (...args) => {
    const { status, stderr } = run('e2e', ...args);
    expect(status).toBe(2);
    expect(stderr).toContain('--host is one of loopback, double, electron');
  },
);
