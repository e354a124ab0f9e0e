import { describe, expect, test } from 'vitest';
import { serveEachTest } from './served-till.ts';

const served = serveEachTest();
const { get, launch, raw } = served;

describe('the screens', () => {
  test('the page is never kept by the browser; a file named by its content is kept for good', async () => {
    const cookie = await launch();
    const page = await get('/', { cookie });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-store');
    const script = await get('/assets/main-Ab3dEf9h.js', { cookie });
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(await script.text()).toContain('fetch(');
  });

  test('an unchanged file is not sent twice', async () => {
    const cookie = await launch();
    const etag = (await get('/logo.svg', { cookie })).headers.get('etag') ?? '';
    const again = await get('/logo.svg', { cookie, 'if-none-match': etag });
    expect(again.status).toBe(304);
  });

  test('no path leads out of the bundle', async () => {
    const cookie = await launch();
    const headers = { cookie, host: `127.0.0.1:${served.host.port}` };
    const paths = [
      '/../package.json',
      '/..%2f..%2fetc%2fpasswd',
      '/assets/../../x',
      '/%2e%2e/x',
      '//etc/passwd',
    ];
    for (const path of paths) expect([path, await raw(path, headers)]).toEqual([path, 404]);
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
