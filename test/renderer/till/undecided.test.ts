import { expect, test, vi } from 'vitest';
import type { CallError } from '../../../renderer/bridge.ts';
import { Stores } from '../../../renderer/stores.tsx';
import { newChoice } from '../../../renderer/till/offer/choice.ts';
import { createTillStore } from '../../../renderer/till/till-store.ts';
import { ERROR_CODES } from '../../../shared/errors.ts';
import { refused } from '../../support/fake-till.ts';
import { timur } from '../../support/fixtures.ts';
import { Counter } from './counter.ts';
import { steamKey } from './goods.ts';

/** What sales.charge says after it has looked the attempt up. */
const REFUSALS: readonly string[] = [
  'attempt_conflict',
  'too_many_items',
  'offer_not_found',
  'offer_gone',
  'out_of_stock',
  'no_rate',
  'no_price',
  'clock_wrong',
  'price_changed',
  'player_required',
  'server_required',
  'player_invalid',
  'stars_need_numeric_id',
  'payment_short',
  'payment_not_exact',
  'reference_required',
];

/** A sale was taken, and its answer lost. */
async function takenUnheard() {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const counter = new Counter({ offers: [steamKey] });
  const store = new Stores(counter).get(createTillStore);
  await vi.waitFor(() => expect(store.getState().seller).toEqual(timur));
  store.getState().addToBasket(newChoice(steamKey));
  counter.answer('sales.charge', input => {
    counter.charge(input);
    return refused('till_unreachable');
  });
  await store.getState().completeSale();
  return { counter, store, finish: () => vi.useRealTimers() };
}

test.each(ERROR_CODES.filter(code => code !== 'till_unreachable' && !REFUSALS.includes(code)))(
  'after a lost answer %s drops nothing: the sale is sent again as the same one',
  async code => {
    const { counter, store, finish } = await takenUnheard();
    counter.answer('sales.charge', () => refused(code));
    await store.getState().sendAgain();
    expect(store.getState().attempt).toMatchObject({ state: 'undecided', isDoubtful: true });
    await store.getState().completeSale();
    counter.answer('sales.charge', input => counter.charge(input));
    await store.getState().sendAgain();
    expect(store.getState().step).toBe('delivery');
    expect(counter.taken.size).toBe(1);
    finish();
  },
);

test('a code that this screen does not know drops nothing', async () => {
  const { counter, store, finish } = await takenUnheard();
  const unknown = JSON.parse('{"code":"not_known_here","message":"Said by a newer till."}') as CallError;
  counter.answer('sales.charge', () => ({ ok: false, error: unknown }));
  await store.getState().sendAgain();
  expect(store.getState().attempt).toMatchObject({ state: 'undecided', isDoubtful: true });
  finish();
});

test('the recovery that is signed in to sends the payment again, and loses nothing of it', async () => {
  const { counter, store, finish } = await takenUnheard();
  counter.answer('sales.charge', () => refused('not_signed_in'));
  await store.getState().sendAgain();
  counter.answer('sales.charge', () => refused('in_recovery'));
  counter.signIn(timur);
  await vi.waitFor(() => expect(store.getState().chargeError?.code).toBe('in_recovery'));
  counter.answer('sales.charge', input => counter.charge(input));
  await store.getState().completeSale();
  expect(counter.taken.size).toBe(1);
  await store.getState().sendAgain();
  expect(store.getState().step).toBe('delivery');
  expect(counter.taken.size).toBe(1);
  finish();
});

test.each(REFUSALS)('%s is a refusal of the till: the next try is a new attempt', async code => {
  const { counter, store, finish } = await takenUnheard();
  const known = ERROR_CODES.find(each => each === code);
  if (!known) throw new Error(`${code} is no error of the till.`);
  const { attemptId } = store.getState();
  counter.answer('sales.charge', () => refused(known));
  await store.getState().sendAgain();
  expect(store.getState().attempt).toBeNull();
  expect(store.getState().attemptId).not.toBe(attemptId);
  finish();
});
