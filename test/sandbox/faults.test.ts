import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { manualClock } from './manual-clock.ts';
import { openShop, type Shop } from './shop.ts';

/** Why a request got no answer, as Node names it. */
async function failureOf(request: Promise<unknown>): Promise<string> {
  const error = await request.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const cause = error instanceof Error ? error.cause : undefined;
  return String((cause as { code?: unknown } | undefined)?.code ?? error);
}

async function raw(
  shop: Shop,
  transactionId: string,
): Promise<{ status: number; type: string; text: string }> {
  const answer = await fetch(`${shop.sandbox.url}/api/v1/offers/create-order`, {
    method: 'POST',
    headers: { authorization: shop.sandbox.token },
    body: JSON.stringify({ offerId: 1001, price: 560.1, transactionId }),
  });
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() };
}

const booked = (shop: Shop) => shop.sandbox.ledger.orders().map(order => order.transactionId);

describe('a connection that is cut', () => {
  test('before the order is booked loses nothing but the request', async () => {
    const shop = await openShop();
    shop.sandbox.faults.set({ kind: 'cut', when: 'before', calls: ['create-order'], times: 1 });
    expect(await failureOf(shop.create('cut'))).toBe('UND_ERR_SOCKET');
    expect(booked(shop)).toEqual([]);
    expect((await shop.create('cut')).status).toBe(200);
    expect(shop.sandbox.ledger.creates('cut')).toBe(2);
  });

  test('after it leaves the order booked and paid', async () => {
    const shop = await openShop();
    shop.sandbox.faults.set({ kind: 'cut', when: 'after', times: 1 });
    expect(await failureOf(shop.create('cut'))).toBe('UND_ERR_SOCKET');
    expect(booked(shop)).toEqual(['cut']);
    expect(shop.sandbox.ledger.requests('create-order')[0]).not.toHaveProperty('status');
    expect((await shop.create('cut')).body).toEqual({ error: { code: 'TRANSACTION_DUPLICATE' } });
  });

  test('midway lets half of the answer through', async () => {
    const shop = await openShop();
    shop.sandbox.faults.set({ kind: 'cut', when: 'midway', times: 1 });
    expect(await failureOf(raw(shop, 'cut'))).toBe('UND_ERR_SOCKET');
    expect(booked(shop)).toEqual(['cut']);
  });
});

describe('an answer of another kind', () => {
  test('is JSON that stops halfway', async () => {
    const shop = await openShop();
    shop.sandbox.faults.set({ kind: 'truncated', times: 1 });
    const { status, text } = await raw(shop, 'half');
    expect(status).toBe(200);
    expect(text).toMatch(/^\{"orderId":/);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(booked(shop)).toEqual(['half']);
  });

  test('is a page of HTML, with the order booked or not', async () => {
    const shop = await openShop();
    shop.sandbox.faults.set([
      { kind: 'html', times: 1 },
      { kind: 'html', status: 200, when: 'after', times: 1 },
    ]);
    expect(await raw(shop, 'first')).toMatchObject({ status: 502, type: 'text/html; charset=utf-8' });
    expect(booked(shop)).toEqual([]);
    const second = await raw(shop, 'second');
    expect(second.status).toBe(200);
    expect(second.text).toContain('<html>');
    expect(booked(shop)).toEqual(['second']);
  });

  test('is 429 with Retry-After in seconds or as a date, and 5xx', async () => {
    const shop = await openShop();
    const date = 'Sun, 29 Mar 2026 10:08:14 GMT';
    shop.sandbox.faults.set([
      { kind: 'status', status: 429, retryAfter: 7, times: 1 },
      { kind: 'status', status: 429, retryAfter: date, times: 1 },
      { kind: 'status', status: 503, times: 1 },
    ]);
    const answers = [];
    for (const id of ['a', 'b', 'c']) answers.push(await shop.create(id));
    expect(answers.map(seen => [seen.status, seen.headers.get('retry-after')])).toEqual([
      [429, '7'],
      [429, date],
      [503, null],
    ]);
    expect(booked(shop)).toEqual([]);
  });

  test('is any documented code, even for an order that was booked', async () => {
    const shop = await openShop();
    shop.sandbox.faults.set({ kind: 'refuse', code: 'BALANCE_UNAVAILABLE', calls: ['offers-balance'] });
    expect(await shop.get('/api/v1/offers/balance')).toMatchObject({
      status: 503,
      body: { error: { code: 'BALANCE_UNAVAILABLE' } },
    });
    shop.sandbox.faults.set({ kind: 'refuse', code: 'TRANSACTION_DUPLICATE', when: 'after', times: 1 });
    expect((await shop.create('first')).body).toEqual({ error: { code: 'TRANSACTION_DUPLICATE' } });
    expect((await shop.status('first')).body.status).toBe('COMPLETED');
  });
});

describe('how far a fault reaches', () => {
  test('only the calls it names, only as often as it says', async () => {
    const shop = await openShop();
    shop.sandbox.faults.set({ kind: 'status', status: 500, calls: ['create-order'], times: 2 });
    const statuses = [];
    for (const id of ['a', 'b', 'c']) {
      statuses.push((await shop.create(id)).status, (await shop.status(id)).status);
    }
    expect(statuses).toEqual([500, 404, 500, 404, 200, 200]);
    expect(shop.sandbox.faults.list()).toEqual([]);
  });

  test('every request until it is cleared', async () => {
    const shop = await openShop();
    shop.sandbox.faults.add({ kind: 'status', status: 500 });
    for (let index = 0; index < 5; index++) expect((await shop.create('x')).status).toBe(500);
    shop.sandbox.faults.clear();
    expect((await shop.create('x')).status).toBe(200);
  });

  test('delays add up on the given clock, and a failure comes after them', async () => {
    const clock = manualClock();
    const shop = await openShop({ clock });
    shop.sandbox.faults.set([
      { kind: 'latency', ms: 300 },
      { kind: 'status', status: 500 },
      { kind: 'latency', ms: 200 },
    ]);
    let status = 0;
    const answered = shop.create('late').then(seen => {
      status = seen.status;
    });
    await expect.poll(() => shop.sandbox.ledger.requests().length).toBe(1);
    clock.pass(499);
    await shop.control('faults/clear');
    expect(status).toBe(0);
    clock.pass(1);
    await answered;
    expect(status).toBe(500);
  });

  test('a fault that is none is refused with the reason', async () => {
    const shop = await openShop();
    expect(() => shop.sandbox.faults.set({ kind: 'status', status: 42 })).toThrow();
    const answer = await shop.control('faults', { kind: 'earthquake' });
    expect(answer).toMatchObject({ status: 400, body: { ok: false } });
  });
});

describe('an outage', () => {
  test('refuses connections, and afterwards everything is as it was on the same port', async () => {
    const shop = await openShop();
    await shop.create('before');
    await shop.sandbox.down();
    expect(await failureOf(shop.status('before'))).toBe('ECONNREFUSED');
    await shop.sandbox.down();
    await shop.sandbox.up();
    await shop.sandbox.up();
    expect((await shop.status('before')).body.status).toBe('COMPLETED');
  });

  test('ends what is under way, while orders go on', async () => {
    const clock = manualClock();
    const shop = await openShop({ clock });
    shop.sandbox.plans.next({ plan: { processingMs: 5000 } });
    await shop.create('slow');
    shop.sandbox.faults.set({ kind: 'latency', ms: 1000 });
    const waiting = failureOf(shop.create('waiting'));
    await expect.poll(() => shop.sandbox.ledger.creates('waiting')).toBe(1);
    await shop.sandbox.down('refuse');
    expect(await waiting).toBe('UND_ERR_SOCKET');
    clock.pass(5000);
    await shop.sandbox.up();
    expect(shop.sandbox.ledger.order('slow')?.status).toBe('COMPLETED');
  });

  test('can be silence: connections are taken, nothing arrives and nothing is answered', async () => {
    const shop = await openShop();
    await shop.sandbox.down('silent');
    const cut = new AbortController();
    const asked = fetch(`${shop.sandbox.url}/api/v1/offers/balance`, { signal: cut.signal });
    expect((await shop.control('topup', { usd: '1' })).status).toBe(200);
    expect(await Promise.race([asked, shop.control('up').then(() => 'silent')])).toBe('silent');
    cut.abort();
    await expect(asked).rejects.toThrow('abort');
    expect(shop.sandbox.ledger.requests()).toEqual([]);
    expect((await shop.get('/api/v1/offers/balance')).body.balance).toBe(501.25);
  });

  test('of one request: it is booked and never answered, until the sandbox stops', async () => {
    const shop = await openShop();
    shop.sandbox.faults.set({ kind: 'hang', when: 'after' });
    const waiting = failureOf(shop.create('hanging'));
    await expect.poll(() => booked(shop)).toEqual(['hanging']);
    await shop.sandbox.stop();
    expect(await waiting).toBe('UND_ERR_SOCKET');
  });
});

test('stopping ends open connections at once, idle ones too', async () => {
  const shop = await openShop();
  const socket = connect(Number(new URL(shop.sandbox.url).port), '127.0.0.1');
  await new Promise(resolve => socket.once('connect', resolve));
  const closed = new Promise(resolve => socket.once('close', resolve));
  await shop.create('kept alive');
  const before = performance.now();
  await Promise.all([shop.sandbox.stop(), closed]);
  expect(performance.now() - before).toBeLessThan(500);
});
