import { useEffect } from 'react';
import { useFrom, useStoreOf } from '../../stores.tsx';
import { createTerminalStore } from '../../terminal-store.ts';
import { Shown } from '../../ui/shown.tsx';
import { SaveBar } from '../save-bar.tsx';
import { PriceExample } from './price-example.tsx';
import { hasProblems, priceProblems } from './price-rule.ts';
import { type CostCurrencies, createCostCurrenciesStore, createPricesStore } from './prices-store.ts';
import { RatesCard } from './rates-card.tsx';
import { RuleCard } from './rule-card.tsx';
import { ShopCurrencyCard } from './shop-currency-card.tsx';

/** How what the partner charges becomes what a customer pays. */
export function PricesTab() {
  const store = useStoreOf(createPricesStore);
  const stored = useFrom(createPricesStore, state => state.stored);
  const loadCurrencies = useFrom(createCostCurrenciesStore, state => state.load);
  const { load } = store.getState();

  useEffect(() => {
    void load();
    void loadCurrencies();
  }, [load, loadCurrencies]);

  return (
    <Shown of={stored} onRetry={() => void load()}>
      {() => <PricesForm />}
    </Shown>
  );
}

/** Until the catalogue has been asked. */
const NONE: CostCurrencies = [];

function PricesForm() {
  const { change, save, discard } = useStoreOf(createPricesStore).getState();
  const { draft, isChanged, isSaving, failure } = useFrom(createPricesStore, state => state);
  const costCurrencies = useFrom(createCostCurrenciesStore, state => state.found.value ?? NONE);
  const refresh = useFrom(createTerminalStore, state => state.refresh);
  if (!draft) return null;
  const problems = priceProblems(draft);

  async function saveAndTell() {
    const taken = await save();
    if (taken) await refresh();
    return taken;
  }

  return (
    <div className="@container flex min-h-full flex-col">
      <div className="grid flex-1 items-start gap-4 pb-4 @3xl:grid-cols-2">
        <div className="@3xl:col-span-2">
          <PriceExample draft={draft} costCurrencies={costCurrencies} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <RatesCard draft={draft} problems={problems} costCurrencies={costCurrencies} onChange={change} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <RuleCard draft={draft} problems={problems} onChange={change} />
          <ShopCurrencyCard draft={draft} onChange={change} />
        </div>
      </div>
      <SaveBar
        isChanged={isChanged}
        isWrong={hasProblems(problems)}
        isSaving={isSaving}
        failure={failure}
        onSave={saveAndTell}
        onDiscard={discard}
      />
    </div>
  );
}
