import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type LoopbackHost, startLoopbackHost } from '../../../electron/hosts/loopback/start.ts';
import type { Till } from '../../../electron/hosts/till.ts';
import type { Clock } from '../../../electron/ports.ts';
import type { TillEvent } from '../../../shared/events.ts';

const clock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};
const random = { bytes: (length: number) => new Uint8Array(randomBytes(length)), fraction: () => 0.5 };
const event: TillEvent = { name: 'session.changed', payload: { staff: null } };

class FakeTill implements Till {
  readonly calls: { method: unknown; input: unknown }[] = [];
  readonly listeners = new Set<(event: TillEvent) => void>();
  /** What a call waits for before it is answered. */
  gate: Promise<void> = Promise.resolve();

  async call(method: unknown, input: unknown) {
    this.calls.push({ method, input });
    await this.gate;
    return { ok: true as const, value: { echoed: input } };
  }
  on(listener: (event: TillEvent) => void) {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
  say(said: TillEvent) {
    for (const listener of this.listeners) listener(said);
  }
}

let till: FakeTill;
let host: LoopbackHost;
let folder: string;
let hashes: string[];
let origin: string;

const start = (port = 0) =>
  startLoopbackHost({
    till,
    rendererDir: folder,
    port,
    clock,
    random,
    cookieStore: {
      load: () => hashes,
      save(saved) {
        hashes = saved;
      },
    },
  });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keytill-bundle-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>KeyTill</title>');
  writeFileSync(join(folder, 'assets', 'main-Ab3dEf9h.js'), 'export {};');
  writeFileSync(join(folder, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  hashes = [];
  till = new FakeTill();
  host = await start();
  origin = `http://127.0.0.1:${host.port}`;
});
afterEach(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function launch(): Promise<string> {
  const response = await fetch(host.launchUrl(), { redirect: 'manual' });
  expect(response.status).toBe(303);
  return String(response.headers.get('set-cookie')).split(';')[0] ?? '';
}

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(origin + path, { headers, redirect: 'manual' });
const call = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${origin}/call`, { method: 'POST', body, headers });

/** Sends what fetch would not: any Host, any path as written. */
function raw(path: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: host.port, path, headers }, response => {
      let body = '';
      response.setEncoding('utf8').on('data', text => (body += text));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on('error', reject).end();
  });
}

describe('getting in', () => {
  test('the launch address gives a cookie that scripts cannot read and leads to the till', async () => {
    const response = await fetch(host.launchUrl(), { redirect: 'manual' });
    expect(response.headers.get('location')).toBe('/');
    const cookie = String(response.headers.get('set-cookie'));
    expect(cookie).toMatch(new RegExp(`^keytill_${host.port}=[\\w-]{43};`));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Path=\//);
    expect(cookie).not.toMatch(/Domain/i);
  });

  test('a launch code works once', async () => {
    const url = host.launchUrl();
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(303);
    const second = await fetch(url, { redirect: 'manual' });
    expect(second.status).toBe(401);
    expect(second.headers.get('set-cookie')).toBeNull();
  });

  test('a browser that is already in may open its old launch address again', async () => {
    const url = host.launchUrl();
    const first = await fetch(url, { redirect: 'manual' });
    const cookie = String(first.headers.get('set-cookie')).split(';')[0] ?? '';
    expect((await fetch(url, { redirect: 'manual', headers: { cookie } })).status).toBe(303);
  });

  test('without a cookie nothing is shown, called or heard', async () => {
    const answers = [
      await get('/'),
      await get('/assets/main-Ab3dEf9h.js'),
      await get('/events'),
      await call('{"method":"terminal.status","input":{}}'),
      await get('/', { cookie: `keytill_${host.port}=${'A'.repeat(43)}` }),
      await get('/?launch='),
      await get('/?launch=guess'),
    ];
    expect(answers.map(answer => answer.status)).toEqual(answers.map(() => 401));
    expect(till.calls).toEqual([]);
    expect(await answers[3]?.json()).toMatchObject({ ok: false, error: { code: 'not_allowed' } });
  });

  test('a person without a cookie is told what to do, in a page whose style its policy allows', async () => {
    const response = await get('/', { accept: 'text/html,*/*' });
    const page = await response.text();
    expect(page).toContain('open it again from its launcher');
    const style = /<style>(.*)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(response.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`);
  });

  test('a browser left open is still in after a restart on the same port', async () => {
    const cookie = await launch();
    await host.stop();
    host = await start(host.port);
    expect((await get('/', { cookie })).status).toBe(200);
  });

  test('opening the page renews its cookie', async () => {
    const cookie = await launch();
    expect((await get('/', { cookie })).headers.get('set-cookie')).toContain(`${cookie}; Max-Age=34560000`);
  });
});

describe('who is asking', () => {
  test('a foreign Host is refused even with a cookie', async () => {
    const cookie = await launch();
    const own = { cookie, host: `127.0.0.1:${host.port}` };
    expect((await raw('/', own)).status).toBe(200);
    expect((await raw('/', { ...own, host: `evil.test:${host.port}` })).status).toBe(403);
    expect((await raw('/', { ...own, host: '127.0.0.1' })).status).toBe(403);
  });

  test('a foreign page is refused even with a cookie, and its launch code stays good', async () => {
    const cookie = await launch();
    const foreign = [
      { cookie, origin: 'https://evil.test' },
      { cookie, origin: 'null' },
      { cookie, 'sec-fetch-site': 'cross-site' },
      { cookie, 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of foreign) expect((await call('{"method":"x"}', headers)).status).toBe(403);
    expect(till.calls).toEqual([]);
    const url = host.launchUrl();
    expect((await fetch(url, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(303);
  });

  test('its own page is heard', async () => {
    const cookie = await launch();
    const response = await call('{"method":"x"}', { cookie, origin, 'sec-fetch-site': 'same-origin' });
    expect(response.status).toBe(200);
  });
});

describe('calls', () => {
  test('method and input reach the till as they came, and its answer goes back as it is', async () => {
    const cookie = await launch();
    const response = await call('{"method":"offer.get","input":{"offerId":999}}', { cookie });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true, value: { echoed: { offerId: 999 } } });
    expect(till.calls).toEqual([{ method: 'offer.get', input: { offerId: 999 } }]);
  });

  test.each(['', '{', '[]', '"text"', 'null', '{"input":{}}'])('%j is not a call', async body => {
    const cookie = await launch();
    const response = await call(body, { cookie });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    expect(till.calls).toEqual([]);
  });

  test('a body over 1 MiB is refused, announced or not', async () => {
    const cookie = await launch();
    const large = JSON.stringify({ method: 'x', input: 'x'.repeat(1024 * 1024) });
    expect((await call(large, { cookie })).status).toBe(413);
    const streamed = await fetch(`${origin}/call`, {
      method: 'POST',
      headers: { cookie },
      body: new Blob([large]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(streamed.status).toBe(413);
    expect(await streamed.json()).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    expect(till.calls).toEqual([]);
  });

  test('a call cannot be made by opening an address', async () => {
    const cookie = await launch();
    expect((await get('/call', { cookie })).status).toBe(404);
    expect((await fetch(origin, { method: 'POST', headers: { cookie } })).status).toBe(404);
  });
});

describe('the screens', () => {
  test('the page is never kept by the browser; a file named by its content is kept for good', async () => {
    const cookie = await launch();
    const page = await get('/', { cookie });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-store');
    const script = await get('/assets/main-Ab3dEf9h.js', { cookie });
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(await script.text()).toBe('export {};');
  });

  test('an unchanged file is not sent twice', async () => {
    const cookie = await launch();
    const etag = (await get('/logo.svg', { cookie })).headers.get('etag') ?? '';
    const again = await get('/logo.svg', { cookie, 'if-none-match': etag });
    expect(again.status).toBe(304);
  });

  test('no path leads out of the bundle', async () => {
    const cookie = await launch();
    const headers = { cookie, host: `127.0.0.1:${host.port}` };
    const paths = [
      '/../package.json',
      '/..%2f..%2fetc%2fpasswd',
      '/assets/../../x',
      '/%2e%2e/x',
      '//etc/passwd',
    ];
    for (const path of paths) expect([path, (await raw(path, headers)).status]).toEqual([path, 404]);
  });

  test('every answer forbids what the page does not need', async () => {
    const cookie = await launch();
    const answers = [
      await get('/', { cookie }),
      await get('/nothing', { cookie }),
      await get('/', { accept: '*/*' }),
    ];
    for (const { headers } of answers) {
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'self'/,
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('camera=()');
    }
  });
});

describe('events', () => {
  async function listen(cookie: string) {
    const leave = new AbortController();
    const response = await fetch(`${origin}/events`, { headers: { cookie }, signal: leave.signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const page = { heard: '', leave: () => leave.abort() };
    const reading = async () => {
      for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) page.heard += text;
    };
    reading().catch(() => {});
    return page;
  }
  const hears = (page: { heard: string }, said: TillEvent) =>
    vi.waitFor(() => expect(page.heard.endsWith(`data: ${JSON.stringify(said)}\n\n`)).toBe(true));

  test('every page that listens hears what the till says', async () => {
    const cookie = await launch();
    const [one, two] = [await listen(cookie), await listen(cookie)];
    till.say(event);
    await hears(one, event);
    await hears(two, event);
  });

  test('a page that does not read is cut off, and the others go on hearing', async () => {
    const cookie = await launch();
    const stuck = connect(host.port, '127.0.0.1');
    stuck.write(`GET /events HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${cookie}\r\n\r\n`);
    await new Promise<void>(resolve => stuck.once('data', () => resolve()));
    stuck.pause();
    const well = await listen(cookie);
    const cut = new Promise<void>(resolve => stuck.once('close', () => resolve()));
    stuck.on('error', () => {});
    const long: TillEvent = {
      name: 'session.changed',
      payload: { staff: { id: 'x', name: 'y'.repeat(64 * 1024), role: 'cashier' } },
    };
    for (let round = 0; round < 400; round++) {
      till.say(long);
      await new Promise(resolve => setImmediate(resolve));
    }
    stuck.resume();
    await cut;
    till.say(event);
    await hears(well, event);
  });

  test('a page that leaves does not disturb the others', async () => {
    const cookie = await launch();
    const [gone, stays] = [await listen(cookie), await listen(cookie)];
    gone.leave();
    till.say(event);
    await hears(stays, event);
  });
});

describe('starting and stopping', () => {
  test('a port in use is said plainly', async () => {
    await expect(start(host.port)).rejects.toThrow(/Port \d+ cannot be used.*--port/);
  });

  test('screens that are not built are said plainly', async () => {
    rmSync(join(folder, 'index.html'));
    await expect(start()).rejects.toThrow(/not built.*npm run build/);
  });

  const outside = Object.values(networkInterfaces())
    .flat()
    .find(address => address?.internal === false && address.family === 'IPv4');
  test.skipIf(!outside)('only this machine can connect', async () => {
    await expect(fetch(`http://${outside?.address}:${host.port}/`)).rejects.toThrow();
  });

  test('stopping drops the pages, lets a call under way finish and takes no more', async () => {
    const cookie = await launch();
    const page = await get('/events', { cookie });
    let open = () => {};
    till.gate = new Promise(resolve => (open = resolve));
    const underWay = call('{"method":"slow","input":{}}', { cookie });
    await vi.waitFor(() => expect(till.calls).toHaveLength(1));
    const stopped = host.stop();
    await expect(page.text()).rejects.toThrow();
    await expect(get('/', { cookie })).rejects.toThrow();
    open();
    expect((await underWay).status).toBe(200);
    await stopped;
    expect(till.listeners.size).toBe(0);
  });

  test('a call that never ends is cut off after a second', async () => {
    const cookie = await launch();
    till.gate = new Promise(() => {});
    const underWay = call('{"method":"stuck","input":{}}', { cookie });
    const cut = expect(underWay).rejects.toThrow();
    await vi.waitFor(() => expect(till.calls).toHaveLength(1));
    await host.stop();
    await cut;
  });
});
