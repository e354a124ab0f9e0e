import { expect, onTestFinished, test } from 'vitest';
import { type ClaimedPort, claimPort } from '../../../electron/hosts/loopback/claimed-port.ts';

async function claim(): Promise<ClaimedPort> {
  const claimed = await claimPort(0);
  onTestFinished(() => void claimed.server.close());
  return claimed;
}

const get = (claimed: ClaimedPort, path: string, signal?: AbortSignal) =>
  fetch(`http://127.0.0.1:${claimed.port}${path}`, signal ? { signal } : {});

const arrived = (claimed: ClaimedPort, count: number) =>
  new Promise<void>(resolve => {
    let come = 0;
    claimed.server.on('request', () => {
      come += 1;
      if (come === count) resolve();
    });
  });

test('whoever calls before the till is open waits, and is answered when it is', async () => {
  const claimed = await claim();
  const came = arrived(claimed, 2);
  const early = Promise.all([get(claimed, '/first'), get(claimed, '/second')]);
  await came;
  claimed.answerWith((request, response) => response.end(`answered ${request.url}`));
  const bodies = await Promise.all((await early).map(response => response.text()));
  expect(bodies).toEqual(['answered /first', 'answered /second']);
  expect(await (await get(claimed, '/late')).text()).toBe('answered /late');
});

test('whoever has left meanwhile is not answered', async () => {
  const claimed = await claim();
  const gone = new Promise<void>(resolve => {
    claimed.server.once('request', (_request, response) => response.on('close', resolve));
  });
  const leaving = new AbortController();
  const left = get(claimed, '/left', leaving.signal).catch(() => 'left');
  const came = arrived(claimed, 1);
  await came;
  leaving.abort();
  expect(await left).toBe('left');
  await gone;
  const answered: (string | undefined)[] = [];
  claimed.answerWith((request, response) => {
    answered.push(request.url);
    response.end();
  });
  await get(claimed, '/here');
  expect(answered).toEqual(['/here']);
});
