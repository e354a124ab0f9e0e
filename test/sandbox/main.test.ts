import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';

const MAIN = fileURLToPath(new URL('../../electron/sandbox/main.ts', import.meta.url));

let child: ChildProcess | undefined;
afterEach(() => void child?.kill('SIGKILL'));

function start(...args: string[]): {
  line: Promise<string>;
  error: Promise<string>;
  ended: Promise<number | null>;
} {
  const started = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  child = started;
  let error = '';
  started.stderr.on('data', chunk => {
    error += String(chunk);
  });
  const ended = new Promise<number | null>(resolve => started.once('close', resolve));
  const line = new Promise<string>(resolve => started.stdout.once('data', chunk => resolve(String(chunk))));
  return { line, error: ended.then(() => error), ended };
}

test('the command says in one line where it is, and SIGTERM ends it cleanly with connections open', async () => {
  const { line, ended } = start('--offers', '1200', '--seed', '4', '--settings', '{"postpaid":true}');
  const ready = JSON.parse(await line);
  expect(ready).toMatchObject({ ready: true, managementToken: expect.any(String) });
  const balance = await fetch(`${ready.url}/api/v1/offers/balance`, {
    headers: { authorization: ready.token },
  });
  expect(await balance.json()).toMatchObject({ isPostpaid: true });
  const sync = await fetch(`${ready.url}/api/v1/offers/sync`, {
    method: 'POST',
    headers: { authorization: ready.token },
    body: '{}',
  });
  expect(await sync.json()).toMatchObject({ count: 1200 });
  const hanging = fetch(`${ready.controlUrl}/sandbox/down`, { method: 'POST', body: '{"how":"silent"}' })
    .then(() => fetch(`${ready.url}/api/v1/offers/balance`))
    .catch(() => 'ended');
  await fetch(`${ready.controlUrl}/sandbox/ledger`);
  const before = performance.now();
  child?.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(performance.now() - before).toBeLessThan(2000);
  expect(await hanging).toBe('ended');
});

test('a command line that makes no sense is answered with the reason and how to write it', async () => {
  const { error, ended } = start('--offers', '64001');
  expect(await ended).toBe(2);
  expect(await error).toMatch(/offers[\s\S]*Usage:/);
});
