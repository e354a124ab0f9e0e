import { describe, expect, test } from 'vitest';
import { serveEachTest } from './served-till.ts';

const served = serveEachTest();
const { call, get, launch } = served;

describe('calls', () => {
  test('method and input reach the till as they came, and its answer goes back as it is', async () => {
    const cookie = await launch();
    const response = await call('{"method":"offer.get","input":{"offerId":999}}', { cookie });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true, value: { echoed: { offerId: 999 } } });
    expect(served.till.calls).toEqual([{ method: 'offer.get', input: { offerId: 999 } }]);
  });

  test.each(['', '{', '[]', '"text"', 'null', '{"input":{}}'])('%j is not a call', async body => {
    const cookie = await launch();
    const response = await call(body, { cookie });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    expect(served.till.calls).toEqual([]);
  });

  test('a body over 1 MiB is refused, announced or not', async () => {
    const cookie = await launch();
    const large = JSON.stringify({ method: 'x', input: 'x'.repeat(1024 * 1024) });
    expect((await call(large, { cookie })).status).toBe(413);
    const streamed = await fetch(`${served.origin}/call`, {
      method: 'POST',
      headers: { cookie },
      body: new Blob([large]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect(streamed.status).toBe(413);
    expect(await streamed.json()).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    expect(served.till.calls).toEqual([]);
  });

  test('a call cannot be made by opening an address', async () => {
    const cookie = await launch();
    expect((await get('/call', { cookie })).status).toBe(404);
    expect((await fetch(served.origin, { method: 'POST', headers: { cookie } })).status).toBe(404);
  });
});
