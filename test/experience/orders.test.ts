import { afterEach, describe, expect, it } from 'vitest';
import { fastClock } from '../support/fast-clock.ts';
import {
  isCompleted,
  openTestTill,
  TEST_OFFER,
  type TestTill,
  type TestTillOptions,
} from '../support/test-till.ts';

let till: TestTill;
afterEach(() => till?.stop());

const open = async (options?: TestTillOptions): Promise<TestTill> => {
  till = await openTestTill(options);
  return till;
};

describe('what the customer experiences', () => {
  it('a key is bought once and can be shown', async () => {
    const { sell, until, call, sandbox } = await open();
    const { orders } = await sell(TEST_OFFER);
    const order = await until(orders[0]?.id ?? '', isCompleted);
    const { key } = await call('orders.revealKey', { orderId: order.id });
    expect(key).toBe(sandbox.ledger.order(order.id)?.key);
    expect(sandbox.ledger.creates(order.id)).toBe(1);
    expect(order).toMatchObject({ hasKey: true, next: 'none', chargedCost: '23.09', costCurrency: 'KZT' });
  });

  it('a reply lost after the partner booked the order delivers that order and buys no second one', async () => {
    const { sell, until, sandbox } = await open();
    sandbox.faults.set({ kind: 'cut', when: 'after', calls: ['create-order'], times: 1 });
    const { orders } = await sell(1001);
    const order = await until(orders[0]?.id ?? '', isCompleted);
    expect(sandbox.ledger.creates(order.id)).toBe(1);
    expect(sandbox.ledger.orders()).toHaveLength(1);
  });

  it('a request lost on its way is sent again under the same id once it cannot arrive any more', async () => {
    const { sell, until, sandbox } = await open();
    sandbox.faults.set({ kind: 'cut', when: 'before', calls: ['create-order'], times: 1 });
    const { orders } = await sell(1001);
    const order = await until(orders[0]?.id ?? '', isCompleted);
    expect(order.attempts).toBe(2);
    expect(sandbox.ledger.orders().map(booked => booked.transactionId)).toEqual([order.id]);
  });

  it('an order that the partner calls a duplicate is taken from its status, never bought under a new id', async () => {
    const { sell, until, sandbox } = await open();
    sandbox.faults.set({
      kind: 'refuse',
      code: 'TRANSACTION_DUPLICATE',
      when: 'after',
      calls: ['create-order'],
      times: 1,
    });
    const { orders } = await sell(1001);
    const order = await until(orders[0]?.id ?? '', isCompleted);
    expect(sandbox.ledger.orders().map(booked => booked.transactionId)).toEqual([order.id]);
  });

  it('a slightly higher price is paid and the key delivered', async () => {
    const { sell, until, sandbox } = await open();
    sandbox.setPrice(1001, '565.00');
    const { orders } = await sell(1001);
    const order = await until(orders[0]?.id ?? '', isCompleted);
    expect(order.cost).toBe('565');
    expect(sandbox.ledger.orders()).toHaveLength(1);
  });

  it('a much higher price waits for the manager, who agrees to it, and then the key comes', async () => {
    const { sell, until, call, sandbox } = await open();
    sandbox.setPrice(1001, '700.00');
    const { orders } = await sell(1001);
    const held = await until(orders[0]?.id ?? '', order => order.state === 'held');
    expect(held).toMatchObject({ reason: 'price_changed', quotedCost: '700', next: 'decide' });
    expect(sandbox.ledger.orders()).toHaveLength(0);
    await call('orders.decide', { orderId: held.id, decision: 'retry' });
    const order = await until(held.id, isCompleted);
    expect(order.cost).toBe('700');
  });

  it('a revoked token stops the line, loses nothing, and a new one sets it going again', async () => {
    const { sell, until, call, sandbox } = await open();
    sandbox.setTokens({ shop: null });
    const first = await sell(1001);
    const second = await sell(TEST_OFFER);
    await until(first.orders[0]?.id ?? '', order => order.reason === 'token_rejected');
    expect((await call('terminal.status', {})).connection.state).toBe('token_rejected');
    const fresh = '0123456789abcdef0123456789abcdef';
    sandbox.setTokens({ shop: fresh });
    await call('settings.save', { token: fresh });
    await until(first.orders[0]?.id ?? '', isCompleted);
    await until(second.orders[0]?.id ?? '', isCompleted);
    expect(sandbox.ledger.orders()).toHaveLength(2);
  });

  it('an empty balance makes the order wait, and a top-up sends it', async () => {
    const { sell, until, sandbox } = await open({ sandbox: { balance: '0.10' } });
    const { orders } = await sell(1001);
    await until(orders[0]?.id ?? '', order => order.reason === 'insufficient_balance');
    sandbox.topUp('100');
    const order = await until(orders[0]?.id ?? '', isCompleted);
    expect(sandbox.ledger.orders().map(booked => booked.transactionId)).toEqual([order.id]);
  });

  it('an order that takes the partner minutes is followed until it is delivered', async () => {
    const { sell, until, sandbox } = await open();
    sandbox.plans.next({ plan: { hold: 'PROCESSING' } });
    const { orders } = await sell(1001);
    const id = orders[0]?.id ?? '';
    await until(id, order => order.state === 'processing' && order.reason === 'slow');
    sandbox.orders.finish(id, 'COMPLETED');
    await until(id, isCompleted);
    expect(sandbox.ledger.creates(id)).toBe(1);
  });

  it('a canceled order owes the customer the money, which is recorded once it went back', async () => {
    const { sell, until, call, refusal, sandbox } = await open();
    sandbox.plans.next({ plan: { outcome: 'CANCELED' } });
    const { sale, orders } = await sell(1001);
    const order = await until(orders[0]?.id ?? '', ({ state }) => state === 'canceled');
    expect(order).toMatchObject({ next: 'refund_customer', reason: 'by_partner' });
    expect((await call('terminal.status', {})).queue).toMatchObject({ toRefund: 1, waiting: 0 });
    const { order: refunded } = await call('sales.refund', { orderId: order.id });
    expect(refunded.refund).toMatchObject({ amount: sale.total, staffName: 'Mira' });
    expect((await refusal('sales.refund', { orderId: order.id })).code).toBe('already_refunded');
    const { totals } = await call('reports.day', {});
    expect(totals).toMatchObject({
      gross: sale.total,
      refunds: sale.total,
      net: '0.00',
      refunded: sale.total,
    });
  });

  it('a canceled order can be ordered anew, under a new id, by a person', async () => {
    const { sell, until, call, refusal, sandbox } = await open();
    sandbox.plans.next({ plan: { outcome: 'CANCELED' } });
    const { orders } = await sell(1001);
    const canceled = await until(orders[0]?.id ?? '', ({ state }) => state === 'canceled');
    const { replacement } = await call('orders.decide', { orderId: canceled.id, decision: 'reorder' });
    await until(replacement?.id ?? '', isCompleted);
    expect(replacement).toMatchObject({ replaces: canceled.id, price: canceled.price });
    expect((await refusal('orders.decide', { orderId: canceled.id, decision: 'reorder' })).code).toBe(
      'decision_not_possible',
    );
    expect((await refusal('sales.refund', { orderId: canceled.id })).code).toBe('not_refundable');
  });

  it('Stars are sent to the numeric id at the price of the moment', async () => {
    const { sell, until, sandbox } = await open();
    const { orders } = await sell('telegram_stars_100', { player: { id: '143594291' } });
    const order = await until(orders[0]?.id ?? '', isCompleted);
    expect(order).toMatchObject({ hasKey: false, delivery: 'stars' });
    expect(sandbox.ledger.requests('find-one').length).toBeGreaterThan(1);
  });

  it('sales taken while the partner is away are delivered once each when it is back, also over a restart', async () => {
    const { sell, until, call, sandbox, restart, signIn } = await open();
    await sandbox.down();
    const taken = [await sell(1001), await sell(TEST_OFFER), await sell(1001)];
    const ids = taken.map(({ orders }) => orders[0]?.id ?? '');
    await until(ids[0] ?? '', order => order.reason === 'partner_down');
    expect((await call('terminal.status', {})).connection.state).toBe('offline');
    await restart();
    await signIn();
    await sandbox.up();
    for (const id of ids) await until(id, isCompleted);
    expect(
      sandbox.ledger
        .orders()
        .map(booked => booked.transactionId)
        .sort(),
    ).toEqual([...ids].sort());
  });

  it('an order whose request was under way when the till died is asked about before anything is sent', async () => {
    const { sell, until, sandbox, restart, signIn } = await open();
    sandbox.faults.set({ kind: 'hang', when: 'after', calls: ['create-order'], times: 1 });
    const { orders } = await sell(1001);
    const id = orders[0]?.id ?? '';
    await until(id, order => order.state === 'sending');
    await expect.poll(() => sandbox.ledger.creates(id)).toBe(1);
    await restart();
    await signIn();
    await until(id, isCompleted);
    expect(sandbox.ledger.creates(id)).toBe(1);
  });

  it('keys sealed with a data key that was lost are fetched again after the recovery', async () => {
    const { sell, until, call, sandbox, restart, manager } = await open();
    const { orders } = await sell(1001);
    const id = orders[0]?.id ?? '';
    await until(id, isCompleted);
    const { createMemoryKeychain } = await import('../../electron/keychain/memory-keychain.ts');
    await restart(createMemoryKeychain());
    expect(await call('terminal.status', {})).toMatchObject({
      phase: 'blocked',
      blocked: { code: 'secrets_lost' },
    });
    await call('setup.recover', { token: sandbox.token, manager: { staffId: manager.id, pin: '9753' } });
    await call('session.signIn', { staffId: manager.id, pin: '9753' });
    await until(id, order => order.hasKey && order.state === 'completed');
    expect((await call('orders.revealKey', { orderId: id })).key).toBe(sandbox.ledger.order(id)?.key);
  });

  it('an order that is due while the partner asks for patience says so, and until when', async () => {
    const { sell, sandbox, call } = await open({ clock: fastClock(1) });
    sandbox.faults.set({ kind: 'status', status: 429, retryAfter: 600, calls: ['create-order'], times: 1 });
    const first = await sell(1001);
    const stateOf = async (id = '') => (await call('orders.get', { orderId: id })).order;
    await expect.poll(async () => (await stateOf(first.orders[0]?.id)).reason).toBe('rate_limited');
    const second = await sell(999);
    const order = await stateOf(second.orders[0]?.id);
    expect(order).toMatchObject({ state: 'queued', reason: 'rate_limited' });
    expect(Date.parse(order.nextTryAt ?? '') - Date.now()).toBeGreaterThan(500_000);
  });
});
