import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../electron/adapters/system-clock.ts';
import { createPartner } from '../../electron/partner/create-partner.ts';
import type { Partner } from '../../electron/partner/partner.ts';
import { createUndiciHttp } from '../../electron/partner/undici-http.ts';
import { type Sandbox, startSandbox } from '../../electron/sandbox/sandbox.ts';

let sandbox: Sandbox;
let partner: Partner;

beforeEach(async () => {
  sandbox = await startSandbox({ offers: 50 });
  partner = createPartner({
    http: createUndiciHttp({ clock: systemClock, limits: { callMs: 300 } }),
    hosts: { partner: sandbox.url, aggregator: sandbox.url },
    tokens: { shop: () => sandbox.token, management: () => sandbox.managementToken },
  });
});

afterEach(async () => {
  await partner.close();
  await sandbox.stop();
});

const TEST_ORDER = { offerId: 999, price: '23.09', transactionId: 'till-1' };

test('every call is understood by the partner, and its answer by the client', async () => {
  const results = [
    await partner.balance(),
    await partner.transactions(1, 20),
    await partner.offer(999),
    await partner.offer('telegram_stars_100'),
    await partner.createOrder(TEST_ORDER),
    await partner.orderStatus('till-1'),
    await partner.checkPlayer(999, '123456789'),
    await partner.telegramUser('@someone'),
    await partner.cataloguePage(1, 1000),
  ];
  expect(results.map(result => result.kind)).toEqual(results.map(() => 'ok'));
});

test('a page of the catalogue is read without losing a row', async () => {
  const page = await partner.cataloguePage(1, 1000);
  expect(page).toMatchObject({ kind: 'ok', value: { skipped: 0 } });
  if (page.kind === 'ok') expect(page.value.rows).toHaveLength(page.value.total);
});

test('the test offer costs exactly 23.09 KZT and brings the same key twice', async () => {
  expect(await partner.offer(999)).toMatchObject({
    value: { price: '23.09', currency: 'KZT', returnsKey: true },
  });
  const bought = await partner.createOrder(TEST_ORDER);
  const asked = await partner.orderStatus('till-1');
  expect(bought).toMatchObject({ kind: 'ok', value: { status: 'COMPLETED', key: expect.any(String) } });
  expect(asked).toMatchObject({ value: { key: bought.kind === 'ok' ? bought.value.key : '' } });
});

test('an order whose answer was lost is found by its transactionId, and not bought again', async () => {
  sandbox.faults.set({ kind: 'cut', when: 'after', calls: ['create-order'], times: 1 });
  expect(await partner.createOrder(TEST_ORDER)).toEqual({ kind: 'lost', cause: 'cut' });
  expect(await partner.orderStatus('till-1')).toMatchObject({ kind: 'ok', value: { status: 'COMPLETED' } });
  expect(await partner.createOrder(TEST_ORDER)).toMatchObject({
    kind: 'refused',
    code: 'TRANSACTION_DUPLICATE',
  });
});

test('a partner that hangs, breaks off or shows a page leaves the outcome unknown', async () => {
  sandbox.faults.set([
    { kind: 'hang', times: 1 },
    { kind: 'cut', when: 'midway', times: 1 },
    { kind: 'truncated', times: 1 },
    { kind: 'html', times: 1 },
  ]);
  const order = (n: number) => partner.createOrder({ ...TEST_ORDER, transactionId: `till-${n}` });
  expect(await order(1)).toEqual({ kind: 'lost', cause: 'timeout' });
  expect(await order(2)).toEqual({ kind: 'lost', cause: 'cut' });
  expect(await order(3)).toMatchObject({ kind: 'lost', cause: 'not_understood' });
  expect(await order(4)).toMatchObject({ kind: 'lost', cause: 'server_error' });
});

test('a partner that is down was never asked', async () => {
  await sandbox.down();
  expect(await partner.createOrder(TEST_ORDER)).toMatchObject({ kind: 'unsent' });
  await sandbox.up();
  expect(await partner.orderStatus('till-1')).toMatchObject({ kind: 'refused', code: 'ORDER_NOT_FOUND' });
});
