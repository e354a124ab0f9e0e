import { expect, test, vi } from 'vitest';
import { Stores } from '../../../renderer/stores.tsx';
import { newChoice } from '../../../renderer/till/offer/choice.ts';
import { createTillStore } from '../../../renderer/till/till-store.ts';
import type { Output } from '../../../shared/contract.ts';
import { ok, refused } from '../../support/fake-till.ts';
import { aida, timur } from '../../support/fixtures.ts';
import { Counter } from './counter.ts';
import { steamKey } from './goods.ts';

/** A till that keeps what its screen tells it, and a screen on it. */
function aTill() {
  const counter = new Counter();
  let kept: Output<'sales.kept'> = {};
  counter.answer('sales.keep', ({ draft }) => {
    kept = draft ? { draft } : {};
    return ok({});
  });
  counter.answer('sales.kept', () => ok(kept));
  counter.answer('sales.charge', input => {
    const answer = counter.charge(input);
    if (answer.ok) kept = { saleId: answer.value.sale.id };
    return answer;
  });
  return { counter, draft: () => kept.draft };
}

/** The page is loaded: its stores are new, and know who is signed in and what was kept. */
async function load(counter: Counter) {
  const store = new Stores(counter).get(createTillStore);
  const asked = counter.inputsOf('sales.kept').length;
  await vi.waitFor(() => expect(store.getState().seller).not.toBeNull());
  await vi.waitFor(() => expect(counter.inputsOf('sales.kept').length).toBeGreaterThanOrEqual(asked));
  await new Promise(resolve => setTimeout(resolve));
  return store;
}

async function timurPays(counter: Counter) {
  const store = await load(counter);
  store.getState().addToBasket(newChoice(steamKey));
  store.getState().startPayment();
  store.getState().editPayment({ tendered: '6000', email: 'client@mail.kz' });
  await new Promise(resolve => setTimeout(resolve));
  return store;
}

test('a page that is loaded again goes on with the sale as it was, down to what was typed', async () => {
  const { counter } = aTill();
  const before = await timurPays(counter);
  const after = await load(counter);
  const { lines, payment, step, attemptId, begunBy } = before.getState();
  expect(after.getState()).toMatchObject({ lines, payment, step, attemptId, begunBy });
});

test('a basket that was emptied is not kept', async () => {
  const { counter, draft } = aTill();
  const store = await timurPays(counter);
  expect(draft()).toMatchObject({ isAtPayment: true, attempt: null });
  store.getState().clearBasket();
  await vi.waitFor(() => expect(draft()).toBeUndefined());
  expect((await load(counter)).getState().lines).toEqual([]);
});

test('a payment whose answer never reached the page goes out again under its id, and is taken once', async () => {
  const { counter, draft } = aTill();
  const store = await timurPays(counter);
  counter.answer('sales.charge', () => new Promise(() => {}));
  void store.getState().completeSale();
  await vi.waitFor(() => expect(draft()).toMatchObject({ attempt: { state: 'sending' } }));
  counter.answer('sales.charge', input => counter.charge(input));
  const after = await load(counter);
  await vi.waitFor(() => expect(after.getState().step).toBe('delivery'));
  const [first, second, ...more] = counter.inputsOf('sales.charge');
  expect(second).toEqual(first);
  expect(more).toEqual([]);
});

test('a payment on its way waits for a decision where somebody else has come', async () => {
  const { counter, draft } = aTill();
  const store = await timurPays(counter);
  counter.answer('sales.charge', () => new Promise(() => {}));
  void store.getState().completeSale();
  await vi.waitFor(() => expect(draft()).toMatchObject({ attempt: { state: 'sending' } }));
  counter.signIn(aida);
  const after = await load(counter);
  expect(after.getState()).toMatchObject({ attempt: { state: 'undecided', by: timur }, seller: aida });
  expect(counter.inputsOf('sales.charge')).toHaveLength(1);
});

test('who comes instead finds the basket, and nothing that was typed for the payment', async () => {
  const { counter } = aTill();
  await timurPays(counter);
  counter.signIn(aida);
  const after = await load(counter);
  expect(after.getState()).toMatchObject({ step: 'browse', payment: { email: '' }, begunBy: timur });
  expect(after.getState().lines).toHaveLength(1);
});

test('a sale that was taken is shown again', async () => {
  const { counter } = aTill();
  const store = await timurPays(counter);
  await store.getState().completeSale();
  const after = await load(counter);
  await vi.waitFor(() => expect(after.getState().step).toBe('delivery'));
  expect(after.getState().sale?.id).toBe(store.getState().sale?.id);
});

test('a till that was started again is told of the sale once more', async () => {
  const { counter, draft } = aTill();
  await timurPays(counter);
  counter.answer('sales.kept', () => ok({}));
  const told = counter.inputsOf('sales.keep').length;
  counter.emit({ name: 'resync' });
  await vi.waitFor(() => expect(counter.inputsOf('sales.keep').length).toBe(told + 1));
  expect(draft()).toBeDefined();
});

test('a locked till is asked for what it kept when somebody has signed in', async () => {
  const { counter } = aTill();
  await timurPays(counter);
  const kept = counter.inputsOf('sales.keep').at(-1);
  counter.answer('sales.kept', () => refused('not_signed_in'));
  const after = await load(counter);
  expect(after.getState().lines).toEqual([]);
  counter.answer('sales.kept', () => ok(kept?.draft ? { draft: kept.draft } : {}) as never);
  counter.signIn(timur);
  await vi.waitFor(() => expect(after.getState().lines).toHaveLength(1));
});

test('a payment that a person has to decide about is not sent by itself', async () => {
  const { counter } = aTill();
  const store = await timurPays(counter);
  counter.answer('sales.charge', () => refused('storage_full'));
  await store.getState().completeSale();
  await new Promise(resolve => setTimeout(resolve));
  const after = await load(counter);
  const { attempt, chargeError } = store.getState();
  expect(attempt).toMatchObject({ state: 'undecided', isDoubtful: false });
  expect(after.getState()).toMatchObject({ attempt, chargeError });
  expect(counter.inputsOf('sales.charge')).toHaveLength(1);
});
