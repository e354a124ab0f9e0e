import { expect, test, vi } from 'vitest';
import { Stores } from '../../../renderer/stores.tsx';
import { newChoice } from '../../../renderer/till/offer/choice.ts';
import { createTillStore } from '../../../renderer/till/till-store.ts';
import { refused } from '../../support/fake-till.ts';
import { timur } from '../../support/fixtures.ts';
import { Counter } from './counter.ts';
import { steamKey } from './goods.ts';

test.each(['storage_full', 'storage_read_only', 'storage_failed', 'storage_locked'] as const)(
  'what %s kept from being stored is surely not taken, and is sent again as the same attempt',
  async code => {
    const counter = new Counter();
    const store = new Stores(counter).get(createTillStore);
    await vi.waitFor(() => expect(store.getState().seller).toEqual(timur));
    counter.answer('sales.charge', () => refused(code));
    store.getState().addToBasket(newChoice(steamKey));
    await store.getState().completeSale();
    expect(store.getState().attempt).toMatchObject({ state: 'undecided', isDoubtful: false });
    counter.answer('sales.charge', input => counter.charge(input));
    await store.getState().sendAgain();
    expect(store.getState().step).toBe('delivery');
    expect(new Set(counter.inputsOf('sales.charge').map(({ attemptId }) => attemptId)).size).toBe(1);
  },
);
