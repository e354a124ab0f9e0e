import { expect, test, vi } from 'vitest';
import { Stores } from '../../../renderer/stores.tsx';
import { newChoice } from '../../../renderer/till/offer/choice.ts';
import { createTillStore } from '../../../renderer/till/till-store.ts';
import { refused } from '../../support/fake-till.ts';
import { aida, timur } from '../../support/fixtures.ts';
import { Counter } from './counter.ts';
import { steamKey } from './goods.ts';

/** Timur has a key in the basket and 6,000 in cash typed for it. */
async function timurPays() {
  const counter = new Counter();
  const store = new Stores(counter).get(createTillStore);
  await vi.waitFor(() => expect(store.getState().seller).toEqual(timur));
  const till = store.getState();
  till.addToBasket(newChoice(steamKey));
  till.startPayment();
  till.editPayment({ tendered: '6000', email: 'client@mail.kz' });
  const comes = (who: typeof aida | typeof timur) => {
    counter.signIn(null);
    counter.signIn(who);
  };
  return { counter, store, comes };
}

const charges = (counter: Counter) => counter.inputsOf('sales.charge');

test('who comes back finds basket and payment as they were', async () => {
  const { store, comes } = await timurPays();
  comes(timur);
  expect(store.getState()).toMatchObject({ step: 'payment', payment: { tendered: '6000' }, begunBy: timur });
});

test('who comes instead finds the basket, whose it was, and nothing that was typed for the payment', async () => {
  const { store, comes } = await timurPays();
  comes(aida);
  expect(store.getState()).toMatchObject({
    step: 'browse',
    payment: { tendered: '', reference: '', email: '' },
    begunBy: timur,
    seller: aida,
  });
  expect(store.getState().lines).toHaveLength(1);
  store.getState().clearBasket();
  store.getState().addToBasket(newChoice(steamKey));
  expect(store.getState().begunBy).toEqual(aida);
});

test('what somebody else began and was paid for is over: the next sale is begun by whoever makes it', async () => {
  const { store, comes } = await timurPays();
  comes(aida);
  store.getState().startPayment();
  await store.getState().completeSale();
  store.getState().newSale();
  expect(store.getState()).toMatchObject({ lines: [], begunBy: null });
  store.getState().addToBasket(newChoice(steamKey));
  expect(store.getState().begunBy).toEqual(aida);
});

test('a payment that was surely not taken is not sent again for somebody else', async () => {
  const { counter, store, comes } = await timurPays();
  counter.answer('sales.charge', () => refused('not_signed_in'));
  await store.getState().completeSale();
  comes(aida);
  expect(charges(counter)).toHaveLength(1);
  expect(store.getState()).toMatchObject({ step: 'browse', attempt: null, payment: { tendered: '' } });
});

test('a payment that may have been taken waits for whoever comes, and is sent again as the same', async () => {
  const { counter, store, comes } = await timurPays();
  counter.answer('sales.charge', () => refused('till_unreachable'));
  await store.getState().completeSale();
  comes(aida);
  expect(store.getState()).toMatchObject({ step: 'payment', attempt: { state: 'undecided', by: timur } });
  expect(charges(counter)).toHaveLength(1);
  counter.answer('sales.charge', input => counter.charge(input));
  await store.getState().sendAgain();
  expect(store.getState()).toMatchObject({ step: 'delivery', attempt: null });
  expect(new Set(charges(counter).map(({ attemptId }) => attemptId)).size).toBe(1);
});

test('an answer that comes after somebody else has come leaves nothing typed behind', async () => {
  const { counter, store, comes } = await timurPays();
  const answer = Promise.withResolvers<ReturnType<typeof refused>>();
  counter.answer('sales.charge', () => answer.promise);
  const completed = store.getState().completeSale();
  comes(aida);
  expect(store.getState().attempt?.state).toBe('sending');
  answer.resolve(refused('out_of_stock', { offerId: steamKey.offerId }));
  await completed;
  expect(store.getState()).toMatchObject({ step: 'browse', attempt: null, payment: { tendered: '' } });
  expect(store.getState().lines[0]?.refused).toBe('out_of_stock');
});

test('what somebody else gives up leaves nothing typed behind', async () => {
  const { counter, store, comes } = await timurPays();
  counter.answer('sales.charge', () => refused('internal'));
  await store.getState().completeSale();
  comes(aida);
  expect(store.getState().attempt?.state).toBe('undecided');
  store.getState().giveUpAttempt();
  expect(store.getState()).toMatchObject({ step: 'browse', attempt: null, payment: { tendered: '' } });
});
