import { afterEach, describe, expect, it } from 'vitest';
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

describe('at the counter', () => {
  it('a sale that is charged many times at once, and again after a restart, is one sale', async () => {
    const { call, until, restart, signIn, sandbox } = await open();
    const { offer } = await call('catalogue.get', { offerId: 1001 });
    const charge = () =>
      call('sales.charge', {
        attemptId: 'the-same-attempt',
        lines: [{ offerId: 1001, quantity: 2, price: offer.price ?? '' }],
        payment: { method: 'cash' },
      });
    const charged = await Promise.all(Array.from({ length: 8 }, charge));
    expect(new Set(charged.map(({ sale }) => sale.id)).size).toBe(1);
    await restart();
    await signIn();
    const { orders } = await charge();
    for (const { id } of orders) await until(id, isCompleted);
    expect(
      sandbox.ledger
        .orders()
        .map(({ transactionId }) => transactionId)
        .sort(),
    ).toEqual(orders.map(({ id }) => id).sort());
    expect((await call('sales.list', {})).sales).toHaveLength(1);
  });

  it('the price that has changed while the customer was counting coins is said, and nothing is taken', async () => {
    const { call, refusal } = await open();
    const { offer } = await call('catalogue.get', { offerId: 1001 });
    await call('settings.save', { markupPercent: '20' });
    const { offer: dearer } = await call('catalogue.get', { offerId: 1001 });
    const charge = (price: string | null) => ({
      attemptId: 'price-attempt',
      lines: [{ offerId: 1001, quantity: 1, price: price ?? '' }],
      payment: { method: 'cash' as const },
    });
    expect(await refusal('sales.charge', charge(offer.price))).toMatchObject({
      code: 'price_changed',
      details: { price: dearer.price },
    });
    expect((await call('sales.list', {})).sales).toEqual([]);
    expect((await call('sales.charge', charge(dearer.price))).sale.total).toBe(dearer.price);
  });

  it('a cashier sells and shows keys, and is told no where a manager decides', async () => {
    const { call, refusal, sell, until, signIn } = await open();
    const { staff } = await call('staff.save', { name: 'Timur', role: 'cashier', pin: '1357' });
    await call('session.signIn', { staffId: staff.id, pin: '1357' });
    const { orders } = await sell(TEST_OFFER);
    const { id } = await until(orders[0]?.id ?? '', isCompleted);
    await call('orders.revealKey', { orderId: id });
    expect((await refusal('orders.decide', { orderId: id, decision: 'check' })).code).toBe('not_allowed');
    expect((await refusal('settings.save', { markupPercent: '0' })).code).toBe('not_allowed');
    await signIn();
    const { history } = await call('orders.get', { orderId: id });
    expect(history.filter(({ action }) => action === 'key.shown')).toMatchObject([{ staffName: 'Timur' }]);
  });

  it('who is removed is out at once, and may do nothing any more', async () => {
    const { call, refusal, manager, events } = await open();
    const { staff } = await call('staff.save', { name: 'Boss', role: 'manager', pin: '1357' });
    await call('staff.remove', { id: manager.id });
    expect(events.at(-1)).toEqual({ name: 'session.changed', payload: { staff: null } });
    expect((await refusal('orders.list', {})).code).toBe('not_signed_in');
    expect((await refusal('session.signIn', { staffId: manager.id, pin: '2468' })).code).toBe('not_found');
    await call('session.signIn', { staffId: staff.id, pin: '1357' });
    expect((await refusal('staff.remove', { id: staff.id })).code).toBe('last_manager');
    expect((await call('audit.verify', {})).ok).toBe(true);
  });

  it('orders go out though the partner can no longer say what the balance is', async () => {
    const { call, sell, until, sandbox } = await open();
    sandbox.faults.set({ kind: 'html', status: 500, calls: ['offers-balance', 'balance'] });
    await expect
      .poll(() => sandbox.ledger.requests().filter(({ status }) => status === 500).length, {
        timeout: 10_000,
      })
      .toBeGreaterThan(4);
    const { orders } = await sell(TEST_OFFER);
    await until(orders[0]?.id ?? '', isCompleted);
    expect(await call('balance.get', {})).toMatchObject({ stale: true });
  });
});
