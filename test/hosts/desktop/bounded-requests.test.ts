import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LEAST_A_MINUTE } from '../../../electron/hosts/desktop/updates/bounded-answer.ts';
import { BoundedRequests } from '../../../electron/hosts/desktop/updates/bounded-requests.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { type Answer, endless, type ServedReleases, serveReleases } from '../../support/release-server.ts';

/** Over Node's HTTP instead of Electron's. */
class RequestsOnNode extends BoundedRequests {
  override createRequest(
    { url, headers }: { url: string; headers: Record<string, string> },
    answered: (answer: unknown) => void,
  ): ReturnType<BoundedRequests['createRequest']> {
    return request(url, { headers }, answered) as never;
  }
}

const PROGRAM = 'program'.repeat(50_000);
const SHA512 = createHash('sha512').update(PROGRAM).digest('base64');

let server: ServedReleases;
let folder: string;
let clock: FakeClock;
let requests: BoundedRequests;
beforeEach(async () => {
  server = await serveReleases('0.2.0', PROGRAM);
  folder = mkdtempSync(join(tmpdir(), 'keytill-requests-'));
  clock = new FakeClock();
  requests = new RequestsOnNode(clock);
  requests.allow(SHA512, PROGRAM.length);
});
afterEach(() => {
  server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const file = () => join(folder, 'package');
const answerWith = (answer: Answer | string) => {
  if (typeof answer === 'function') return server.answers.set('file', answer);
  server.answers.delete('file');
  return server.files.set('file', answer);
};
const read = (answer: Answer | string) => {
  answerWith(answer);
  return requests.description(new URL('file', server.url));
};
const fetch = (answer: Answer | string, sha512 = SHA512) => {
  answerWith(answer);
  const options = { sha512, headers: { accept: '*/*' }, cancellationToken: undefined as never };
  return requests.download(new URL('file', server.url), file(), options);
};

/** Sends `first` and then nothing; resolves when nobody listens any more. */
function silent(first = ''): { answer: Answer; begun: Promise<void>; left: Promise<void> } {
  const [begun, left] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const answer: Answer = response => {
    response.on('close', () => left.resolve());
    if (first !== '') response.writeHead(200).write(first);
    begun.resolve();
  };
  return { answer, begun: begun.promise, left: left.promise };
}

test('a description is read as it was sent', async () => {
  expect(await read('version: 0.2.0 ₸')).toBe('version: 0.2.0 ₸');
});

test('an endless description is given up where it is too long, and the server is left', async () => {
  const { answer, taken } = endless();
  await expect(read(answer)).rejects.toMatchObject({ kind: 'unreachable', message: '/file is too long.' });
  expect(await taken).toBeLessThan(20 * 1024 * 1024);
});

test.each(['', 'version: '])('a server that says "%s" and no more is left after a minute', async first => {
  const { answer, begun, left } = silent(first);
  const reading = read(answer);
  const refused = expect(reading).rejects.toMatchObject({ kind: 'unreachable' });
  await begun;
  await clock.pass(60_000);
  await refused;
  await left;
});

test.each([404, 500, 302])(
  'an answer with %s is none, and an endless page with it is not read',
  async status => {
    const { answer, taken } = endless(status);
    await expect(read(answer)).rejects.toMatchObject({ kind: 'unreachable' });
    expect(await taken).toBeLessThan(20 * 1024 * 1024);
  },
);

test('a package is laid down whole', async () => {
  expect(await fetch(PROGRAM)).toBe(file());
  expect(readFileSync(file(), 'utf8')).toBe(PROGRAM);
});

test('a package that is larger than was signed is given up, and the server is left', async () => {
  const { answer, taken } = endless();
  await expect(fetch(answer)).rejects.toMatchObject({ kind: 'untrusted' });
  expect(await taken).toBeLessThan(20 * 1024 * 1024);
  expect(existsSync(file()) ? readFileSync(file()).length : 0).toBeLessThanOrEqual(PROGRAM.length);
});

test('a package that ends early, is another, or was never signed is refused', async () => {
  await expect(fetch(PROGRAM.slice(1))).rejects.toMatchObject({ kind: 'untrusted' });
  await expect(fetch(PROGRAM.replace('p', 'q'))).rejects.toMatchObject({ kind: 'untrusted' });
  await expect(fetch(PROGRAM, 'unsigned')).rejects.toMatchObject({ kind: 'untrusted' });
});

test('a package may take its time while it comes, and is given up when it does not', async () => {
  const more = Promise.withResolvers<(text: string) => void>();
  const left = Promise.withResolvers<void>();
  const fetching = fetch(response => {
    response.on('close', () => left.resolve());
    response.writeHead(200);
    more.resolve(text => response.write(text));
  });
  const refused = expect(fetching).rejects.toMatchObject({ kind: 'unreachable' });
  const send = await more.promise;
  const [all, written] = [
    PROGRAM.slice(0, LEAST_A_MINUTE),
    () => (existsSync(file()) ? readFileSync(file()).length : 0),
  ];
  for (let minute = 1; minute <= 3; minute++) {
    send(all);
    await expect.poll(written).toBe(minute * LEAST_A_MINUTE);
    await clock.pass(60_000);
  }
  send('a');
  await clock.pass(60_000);
  await refused;
  await left.promise;
});

test('a connection that breaks in the middle fails that package alone', async () => {
  const broken: Answer = response => {
    response.writeHead(200).write(PROGRAM.slice(0, 1000));
    setTimeout(() => response.destroy(), 50);
  };
  await expect(fetch(broken)).rejects.toThrow();
  expect(await fetch(PROGRAM)).toBe(file());
});
