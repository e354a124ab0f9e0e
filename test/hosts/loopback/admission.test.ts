import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { serveEachTest } from './served-till.ts';

const served = serveEachTest();
const { call, get, launch, raw } = served;

describe('getting in', () => {
  test('the launch address gives a cookie that scripts cannot read and leads to the till', async () => {
    const response = await fetch(served.host.launchUrl(), { redirect: 'manual' });
    expect(response.headers.get('location')).toBe('/');
    const cookie = String(response.headers.get('set-cookie'));
    expect(cookie).toMatch(new RegExp(`^keytill_${served.host.port}=[\\w-]{43};`));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Path=\//);
    expect(cookie).not.toMatch(/Domain/i);
  });

  test('a launch code works once', async () => {
    const url = served.host.launchUrl();
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(303);
    const second = await fetch(url, { redirect: 'manual' });
    expect(second.status).toBe(401);
    expect(second.headers.get('set-cookie')).toBeNull();
  });

  test('looking at a launch address without opening it does not use it up', async () => {
    const url = served.host.launchUrl();
    for (const method of ['HEAD', 'POST', 'OPTIONS'])
      expect((await fetch(url, { method, redirect: 'manual' })).headers.get('set-cookie')).toBeNull();
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(303);
  });

  test('a browser led there from elsewhere goes on by itself, as its cookie would not follow a redirect', async () => {
    const headers = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    const path = (url: string) => url.slice(served.origin.length);
    // Not fetch, which sets these headers itself.
    expect(await raw(path(served.host.launchUrl()), headers)).toBe(200);
    expect(await raw('/?launch=guess', headers)).toBe(401);
    expect(await raw('/', headers)).toBe(403);
    const url = served.host.launchUrl();
    expect(await raw(path(url), { ...headers, 'sec-fetch-dest': 'iframe' })).toBe(403);
    expect(await raw(path(url), { ...headers, 'sec-fetch-mode': 'no-cors' })).toBe(403);
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(303);
  });

  test('a browser that is already in may open its old launch address again', async () => {
    const url = served.host.launchUrl();
    const first = await fetch(url, { redirect: 'manual' });
    const cookie = String(first.headers.get('set-cookie')).split(';')[0] ?? '';
    expect((await fetch(url, { redirect: 'manual', headers: { cookie } })).status).toBe(303);
  });

  test('a page exchanges its cookie once in every run of the till, and the new one lets it in', async () => {
    const cookie = await launch();
    const renew = (given: string) =>
      fetch(`${served.origin}/renew`, { method: 'POST', headers: { cookie: given } });
    expect((await renew(cookie)).headers.get('set-cookie')).toBeNull();
    await served.restart();
    // The first try may go out on the connection of the till that has ended.
    const renewed = await renew(cookie).catch(() => renew(cookie));
    const fresh = String(renewed.headers.get('set-cookie'));
    expect(fresh).toMatch(/HttpOnly/);
    expect(fresh).not.toContain(cookie);
    const [pair = ''] = fresh.split(';');
    expect((await call('{"method":"opened"}', { cookie: pair })).status).toBe(200);
    expect((await renew('')).status).toBe(401);
  });

  test('without a cookie nothing is shown, called or heard', async () => {
    const answers = [
      await get('/'),
      await get('/assets/main-Ab3dEf9h.js'),
      await get('/events'),
      await call('{"method":"terminal.status","input":{}}'),
      await get('/', { cookie: `keytill_${served.host.port}=${'A'.repeat(43)}` }),
      await get('/?launch='),
      await get('/?launch=guess'),
    ];
    expect(answers.map(answer => answer.status)).toEqual(answers.map(() => 401));
    expect(served.till.calls).toEqual([]);
    expect(await answers[3]?.json()).toMatchObject({ ok: false, error: { code: 'not_admitted' } });
  });

  test('a person without a cookie is told in each language what to do, in a page whose style its policy allows', async () => {
    const response = await get('/', { accept: 'text/html,*/*' });
    const page = await response.text();
    expect(page).toMatch(/<p lang="en">[^<]*open it again from its launcher/);
    expect(page).toMatch(/<p lang="ru">[^<]*откройте её заново/);
    const style = /<style>(.*)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(response.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`);
  });

  test('a browser left open is still in after a restart on the same port', async () => {
    const cookie = await launch();
    await served.restart();
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
    const own = { cookie, host: `127.0.0.1:${served.host.port}` };
    expect(await raw('/', own)).toBe(200);
    expect(await raw('/', { ...own, host: `evil.test:${served.host.port}` })).toBe(403);
    expect(await raw('/', { ...own, host: '127.0.0.1' })).toBe(403);
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
    expect(served.till.calls).toEqual([]);
    const url = served.host.launchUrl();
    expect((await fetch(url, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(303);
  });

  test('its own page is heard', async () => {
    const cookie = await launch();
    const response = await call('{"method":"x"}', {
      cookie,
      origin: served.origin,
      'sec-fetch-site': 'same-origin',
    });
    expect(response.status).toBe(200);
  });
});
