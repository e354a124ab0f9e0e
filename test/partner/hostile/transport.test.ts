import { expect, test } from 'vitest';
import type { HttpRequest } from '../../../electron/ports.ts';
import { httpAndServers } from '../../support/an-http.ts';
import { type RawRequest, rawAnswer } from '../../support/raw-server.ts';

const MIB = 1024 * 1024;
const { serve, open } = httpAndServers({ callMs: 5_000, atOnce: 1 });

const post = (url: string, path = '/orders'): HttpRequest => ({
  method: 'POST',
  url: url + path,
  headers: {},
  body: '{"a":1}',
  priority: 'order',
});

/** Writes `piece` for as long as the other end takes it; resolves with what was taken when it is cut off. */
function pour({ socket }: RawRequest, piece: Buffer, most: number): Promise<number> {
  let poured = 0;
  return new Promise(resolve => {
    socket.on('close', () => resolve(poured));
    const more = (): void => {
      while (poured < most && !socket.destroyed) {
        poured += piece.length;
        if (!socket.write(piece)) return void socket.once('drain', more);
      }
    };
    more();
  });
}

test.each([
  ['announced', `content-length: ${100 * MIB}`, Buffer.alloc(64 * 1024, 'x')],
  ['in chunks', 'transfer-encoding: chunked', Buffer.from(`10000\r\n${'x'.repeat(65_536)}\r\n`)],
])(
  'of 100 MB, %s, little more than 4 MiB are taken, and the connection is dropped',
  async (_how, head, piece) => {
    let taken = Promise.resolve(0);
    const server = await serve(request => {
      request.socket.write(`HTTP/1.1 200 OK\r\n${head}\r\n\r\n`);
      taken = pour(request, piece, 100 * MIB);
    });
    const before = process.memoryUsage();
    expect(await open().request(post(server.url))).toEqual({ kind: 'lost', cause: 'too_large' });
    // What lies in the buffers of both ends of the connection counts as taken.
    expect(await taken).toBeLessThan(24 * MIB);
    const after = process.memoryUsage();
    expect(after.external + after.arrayBuffers - before.external - before.arrayBuffers).toBeLessThan(
      64 * MIB,
    );
  },
);

test('heads without end are cut off before they take any room', async () => {
  let taken = Promise.resolve(0);
  const server = await serve(request => {
    request.socket.write('HTTP/1.1 200 OK\r\n');
    taken = pour(request, Buffer.from(`x-${'a'.repeat(100)}: ${'b'.repeat(100)}\r\n`), 100 * MIB);
  });
  expect(await open().request(post(server.url))).toEqual({ kind: 'lost', cause: 'too_large' });
  expect(await taken).toBeLessThan(16 * MIB);
});

test('a flood of early hints ends at the deadline, takes no room and leaves time for the rest of the till', async () => {
  let taken = Promise.resolve(0);
  const server = await serve(request => {
    taken = pour(request, Buffer.from('HTTP/1.1 103 Early\r\nlink: </x>\r\n\r\n'.repeat(100)), 1_000 * MIB);
  });
  let ticks = 0;
  const ticking = setInterval(() => ticks++, 10);
  const before = process.memoryUsage().rss;
  expect(await open({ callMs: 400 }).request(post(server.url))).toEqual({ kind: 'lost', cause: 'timeout' });
  clearInterval(ticking);
  expect(ticks).toBeGreaterThan(3);
  await taken;
  expect(process.memoryUsage().rss - before).toBeLessThan(256 * MIB);
});

test('a body that drips ends at the deadline, and its connection with it', async () => {
  let closed = false;
  const server = await serve(({ socket }) => {
    socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
    const drip = setInterval(() => socket.write('1\r\nx\r\n'), 10);
    socket.on('close', () => {
      closed = true;
      clearInterval(drip);
    });
  });
  expect(await open({ callMs: 200 }).request(post(server.url))).toEqual({ kind: 'lost', cause: 'timeout' });
  await expect.poll(() => closed).toBe(true);
});

test('a redirect that leads back to itself is asked once', async () => {
  const server = await serve(({ socket }) => {
    socket.write(rawAnswer(308, '', { location: '/orders' }));
  });
  expect(await open().request(post(server.url))).toMatchObject({ kind: 'answer', status: 308 });
  expect(server.requests).toHaveLength(1);
});

const bodyOf = async (came: ReturnType<ReturnType<typeof open>['request']>): Promise<string> => {
  const outcome = await came;
  return outcome.kind === 'answer' ? Buffer.from(outcome.body).toString() : outcome.kind;
};

test.each([0, 5, 30])(
  'a second answer on the same connection, %i ms behind the first, is never the answer to what is asked after it was there',
  async delay => {
    const server = await serve(({ text, socket }) => {
      const [, path = ''] = text.split(' ');
      socket.write(rawAnswer(200, `for ${path}`));
      setTimeout(() => socket.write(rawAnswer(200, `again for ${path}`)), delay);
    });
    const http = open();
    expect(await bodyOf(http.request(post(server.url, '/first')))).toBe('for /first');
    await new Promise(resolve => setTimeout(resolve, delay + 30));
    expect(await bodyOf(http.request(post(server.url, '/second')))).toBe('for /second');
    expect(server.connections()).toBe(2);
  },
);

test('two answers in one piece are one answer, also where the next request is already waiting for its turn', async () => {
  const server = await serve(({ text, socket }) => {
    const [, path = ''] = text.split(' ');
    socket.write(Buffer.concat([rawAnswer(200, `for ${path}`), rawAnswer(200, `again for ${path}`)]));
  });
  const http = open();
  const paths = ['/first', '/second', '/third'];
  const bodies = await Promise.all(paths.map(path => bodyOf(http.request(post(server.url, path)))));
  expect(bodies).toEqual(['for /first', 'for /second', 'for /third']);
});
