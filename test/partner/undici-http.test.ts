import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import type { HttpRequest } from '../../electron/ports.ts';
import { httpAndServers } from '../support/an-http.ts';
import { type RawRequest, rawAnswer, startRawServer } from '../support/raw-server.ts';

const { serve, open } = httpAndServers({ callMs: 5_000 });

const post = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'POST',
  url: `${url}/orders`,
  headers: { authorization: 'token-of-the-shop' },
  body: '{"a":1}',
  priority: 'order',
  ...more,
});

const ok = ({ socket }: RawRequest) => void socket.write(rawAnswer(200, '{"fine":true}'));

test('an answer arrives whole, with lower-case header names', async () => {
  const server = await serve(({ socket }) => void socket.write(rawAnswer(402, 'тело', { 'X-Odd': 'a' })));
  const came = await open().request(post(server.url));
  expect(came).toMatchObject({ kind: 'answer', status: 402, headers: { 'x-odd': 'a' } });
  expect(came.kind === 'answer' && Buffer.from(came.body).toString()).toBe('тело');
});

test('a second request uses the kept connection', async () => {
  const server = await serve(ok);
  const http = open({ atOnce: 1 });
  await http.request(post(server.url));
  await http.request(post(server.url));
  expect(server.requests).toHaveLength(2);
  expect(server.connections()).toBe(1);
});

test('where nobody listens, the request was never sent', async () => {
  const server = await startRawServer(ok);
  await server.close();
  expect(await open().request(post(server.url))).toEqual({ kind: 'unsent', cause: 'ECONNREFUSED' });
});

test('a TLS handshake that is never answered times out as never sent', async () => {
  const server = await serve(() => {});
  const came = await open({ connectMs: 100 }).request(post(server.url.replace('http:', 'https:')));
  expect(came).toEqual({ kind: 'unsent', cause: 'UND_ERR_CONNECT_TIMEOUT' });
});

test('a handshake that outlasts the whole call is never sent, not even when it comes through later', async () => {
  const server = await serve(() => {});
  const came = await open({ callMs: 100 }).request(post(server.url.replace('http:', 'https:')));
  expect(came).toEqual({ kind: 'unsent', cause: 'timeout' });
});

test('a host that does not speak TLS is never sent anything', async () => {
  const server = await serve(() => {});
  const url = server.url.replace('http:', 'https:');
  const { createServer } = await import('node:net');
  const plain = createServer(socket => {
    socket.on('error', () => {});
    socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
  });
  await new Promise<void>(resolve => plain.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void plain.close());
  const address = plain.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const came = await open().request(post(url.replace(`${server.port}`, `${port}`)));
  expect(came.kind).toBe('unsent');
});

test.each([
  ['before any answer', ''],
  ['inside the head', 'HTTP/1.1 200 OK\r\ncontent-le'],
  ['inside the body', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"orderId":1'],
  ['inside a chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n40\r\n{"orderId"'],
])('a connection cut %s is lost, and not asked again behind our back', async (_where, bytes) => {
  const server = await serve(({ socket }) => void socket.end(bytes));
  expect(await open().request(post(server.url))).toEqual({ kind: 'lost', cause: 'cut' });
  expect(server.requests).toHaveLength(1);
});

test.each(['POST', 'GET'] as const)(
  'a kept connection reset under a %s loses it without a hidden retry',
  async method => {
    let seen = 0;
    const server = await serve(request => {
      if (++seen === 1) ok(request);
      else request.socket.resetAndDestroy();
    });
    const http = open({ atOnce: 1 });
    await http.request(post(server.url));
    const { body: _, ...rest } = post(server.url);
    const came = await http.request(method === 'GET' ? { ...rest, method } : post(server.url));
    expect(came).toEqual({ kind: 'lost', cause: 'cut' });
    expect(server.requests).toHaveLength(2);
    expect(server.connections()).toBe(1);
  },
);

test('an answer that is no HTTP is lost', async () => {
  const server = await serve(({ socket }) => void socket.end('SSH-2.0-OpenSSH_9.6\r\n'));
  expect(await open().request(post(server.url))).toEqual({ kind: 'lost', cause: 'cut' });
});

test('an upgrade nobody asked for is lost', async () => {
  const head = 'HTTP/1.1 101 X\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n';
  const server = await serve(({ socket }) => void socket.write(head));
  expect(await open().request(post(server.url))).toEqual({ kind: 'lost', cause: 'cut' });
});

test('an early hint is not the answer', async () => {
  const server = await serve(({ socket }) => {
    socket.write('HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n');
    socket.write(rawAnswer(200, '{}'));
  });
  expect(await open().request(post(server.url))).toMatchObject({ kind: 'answer', status: 200 });
});

test('silence ends at the deadline', async () => {
  const server = await serve(() => {});
  expect(await open({ callMs: 150 }).request(post(server.url))).toEqual({ kind: 'lost', cause: 'timeout' });
});

test('an answer that drips for ever ends at the deadline too', async () => {
  const server = await serve(({ socket }) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n');
    const drip = setInterval(() => socket.write('x'), 20);
    socket.on('close', () => clearInterval(drip));
  });
  const begun = performance.now();
  expect(await open({ callMs: 300 }).request(post(server.url))).toEqual({ kind: 'lost', cause: 'timeout' });
  expect(performance.now() - begun).toBeLessThan(1_500);
});

const MIB = 1024 * 1024;

test.each([
  ['announced', rawAnswer(200, Buffer.alloc(5 * MIB, 'x'))],
  ['not announced', Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), Buffer.alloc(5 * MIB, 'x')])],
  [
    'in chunks',
    Buffer.concat([
      Buffer.from('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n'),
      ...Array.from({ length: 5 }, () =>
        Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(MIB, 'x'), Buffer.from('\r\n')]),
      ),
      Buffer.from('0\r\n\r\n'),
    ]),
  ],
])('5 MiB, %s, are refused while they come', async (_how, bytes) => {
  const server = await serve(({ socket }) => void socket.end(bytes));
  expect(await open().request(post(server.url))).toEqual({ kind: 'lost', cause: 'too_large' });
});

test('just under 4 MiB is read', async () => {
  const server = await serve(({ socket }) => void socket.end(rawAnswer(200, Buffer.alloc(4 * MIB, 'x'))));
  const came = await open().request(post(server.url));
  expect(came.kind === 'answer' && came.body.length).toBe(4 * MIB);
});

test('a head without end is too large', async () => {
  const server = await serve(
    ({ socket }) => void socket.write(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(200_000)}`),
  );
  expect(await open().request(post(server.url))).toEqual({ kind: 'lost', cause: 'too_large' });
});

test('a length that lies short gives the bytes it announced, and nothing of the rest reaches the next answer', async () => {
  let seen = 0;
  const server = await serve(request => {
    if (++seen === 1) request.socket.write('HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n{"orderId":1}');
    else ok(request);
  });
  const http = open({ atOnce: 1 });
  const first = await http.request(post(server.url));
  const second = await http.request(post(server.url));
  expect(first.kind === 'answer' ? Buffer.from(first.body).toString() : first.kind).toMatch(/^\{"o$|^lost$/);
  expect(second.kind === 'answer' ? Buffer.from(second.body).toString() : second.kind).toMatch(
    /^\{"fine":true\}$|^lost$/,
  );
});

test('compression is not asked for, and one that comes anyway is not unpacked', async () => {
  const server = await serve(
    ({ socket }) =>
      void socket.write(rawAnswer(200, gzipSync(Buffer.alloc(50 * MIB)), { 'content-encoding': 'gzip' })),
  );
  const came = await open().request(post(server.url));
  expect(came.kind === 'answer' && came.body.length).toBeLessThan(100_000);
  expect(server.requests[0]).toContain('accept-encoding: identity');
});

test('a redirect is an answer: the other host sees neither request nor token', async () => {
  const other = await serve(ok);
  const server = await serve(
    ({ socket }) => void socket.write(rawAnswer(307, '', { location: `${other.url}/orders` })),
  );
  expect(await open().request(post(server.url))).toMatchObject({ kind: 'answer', status: 307 });
  expect(other.connections()).toBe(0);
});

test('a proxy in the environment sees nothing', async () => {
  const proxy = await serve(ok);
  const server = await serve(ok);
  const names = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'NODE_USE_ENV_PROXY'];
  const before = names.map(name => [name, process.env[name]] as const);
  for (const name of names) process.env[name] = name === 'NODE_USE_ENV_PROXY' ? '1' : proxy.url;
  try {
    expect(await open().request(post(server.url))).toMatchObject({ kind: 'answer' });
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
  expect(proxy.connections()).toBe(0);
});

test.each(['', 'no url', 'ftp://127.0.0.1/x', 'http://'])(
  'the address %j is answered as never sent',
  async url => {
    expect((await open().request({ ...post(''), url })).kind).toBe('unsent');
  },
);

test('a header that cannot be written is never sent, and its value is not repeated', async () => {
  const server = await serve(ok);
  const came = await open().request(post(server.url, { headers: { authorization: 'secret\r\nx: y' } }));
  expect(came.kind).toBe('unsent');
  expect(JSON.stringify(came)).not.toContain('secret');
  expect(server.connections()).toBe(0);
});

test('no more requests are under way at once than allowed, and orders go first', async () => {
  const waiting: RawRequest[] = [];
  let most = 0;
  const server = await serve(request => {
    waiting.push(request);
    most = Math.max(most, waiting.length);
    setTimeout(() => ok(waiting.shift() ?? request), 20);
  });
  const http = open({ atOnce: 2, perSecond: 1000 });
  const ask = (path: string, priority: HttpRequest['priority']) =>
    http.request(post(server.url, { url: `${server.url}/${path}`, priority }));
  await Promise.all([
    ask('first', 'background'),
    ask('second', 'background'),
    ask('background', 'background'),
    ask('person', 'person'),
    ask('order', 'order'),
  ]);
  expect(most).toBe(2);
  const order = server.requests.map(text => text.split(' ')[1]);
  expect(order.slice(2)).toEqual(['/order', '/person', '/background']);
});

test('a request whose turn does not come in time was never sent', async () => {
  const server = await serve(() => {});
  const http = open({ atOnce: 1, turnMs: 100, callMs: 400 });
  const [first, second] = await Promise.all([http.request(post(server.url)), http.request(post(server.url))]);
  expect(first).toEqual({ kind: 'lost', cause: 'timeout' });
  expect(second).toEqual({ kind: 'unsent', cause: 'no_turn' });
  expect(server.requests).toHaveLength(1);
});

test('closing ends what is under way at once, and what comes later is never sent', async () => {
  const server = await serve(() => {});
  const http = open({ atOnce: 1 });
  const [running, waiting] = [http.request(post(server.url)), http.request(post(server.url))];
  await expect.poll(() => server.requests.length).toBe(1);
  await http.close();
  expect(await running).toEqual({ kind: 'lost', cause: 'cut' });
  expect(await waiting).toEqual({ kind: 'unsent', cause: 'no_turn' });
  expect(await http.request(post(server.url))).toEqual({ kind: 'unsent', cause: 'no_turn' });
});
