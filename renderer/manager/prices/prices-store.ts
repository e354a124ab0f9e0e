import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Output } from '../../../shared/contract.ts';
import { type Answered, answered, asking, UNASKED } from '../../answered.ts';
import type { Bridge } from '../../bridge.ts';
import { settingsDraft } from '../settings-draft.ts';

/** How costs become prices, as a form. A rate is '' while someone types it. */
export const createPricesStore = settingsDraft(
  ({ shop, rates, markupPercent, roundTo, priceTolerancePercent }) => ({
    shop: { currency: shop.currency },
    rates: inOrder(rates),
    markupPercent,
    roundTo,
    priceTolerancePercent,
  }),
  draft => ({ ...draft, rates: inOrder(draft.rates) }),
);

export type PricesDraft = NonNullable<ReturnType<ReturnType<typeof createPricesStore>['getState']>['draft']>;

/** Without what was left empty, in the order of the alphabet, so that the same rates are always the same. */
function inOrder(rates: Readonly<Record<string, string>>): Record<string, string> {
  const entered = Object.entries(rates).filter(([, rate]) => rate !== '');
  return Object.fromEntries(entered.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export type CostCurrencies = Output<'catalogue.currencies'>['currencies'];

export interface CostCurrenciesState {
  found: Answered<CostCurrencies>;
  load: () => Promise<void>;
}

/** What the offers of the catalogue cost in. */
export function createCostCurrenciesStore(bridge: Bridge): StoreApi<CostCurrenciesState> {
  return createStore<CostCurrenciesState>()((set, get) => ({
    found: UNASKED,
    async load() {
      set({ found: asking(get().found) });
      const answer = await bridge.call('catalogue.currencies', {});
      set({
        found: answered(get().found, answer.ok ? { ok: true, value: answer.value.currencies } : answer),
      });
    },
  }));
}
