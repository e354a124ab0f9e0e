import { MousePointerClick } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFrom, useStoreOf } from '../stores.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { useTypingAnywhere } from '../ui/typing-anywhere.ts';
import { OrderPanel } from './order-panel.tsx';
import { createOrdersStore } from './orders-store.ts';
import { ShownOrdersTabs } from './shown-orders-tabs.tsx';

/** Unseen, but as large as ever: the list keeps its place and its rows for when the person comes back. */
const UNDER_THE_ORDER = '@max-5xl/screen:invisible @max-5xl/screen:absolute @max-5xl/screen:inset-0';

/** Every order there ever was; the one that is open stands beside the list, or in its place where there is no room. */
export function OrdersScreen() {
  const { t } = useTranslation('orders');
  const store = useStoreOf(createOrdersStore);
  const query = useFrom(createOrdersStore, state => state.query);
  const selectedId = useFrom(createOrdersStore, state => state.selectedId);
  const search = useRef<HTMLInputElement>(null);
  useTypingAnywhere(search);
  useEffect(() => void store.getState().load(), [store]);

  function close() {
    const wasOpen = store.getState().selectedId;
    store.getState().select(null);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-order="${CSS.escape(wasOpen ?? '')}"]`)?.focus(),
    );
  }

  return (
    <section aria-labelledby="orders-title" className="@container/screen relative flex min-h-0 flex-1">
      <h1 id="orders-title" className="sr-only">
        {t('title')}
      </h1>
      <div
        className={`flex min-h-0 min-w-0 flex-1 flex-col gap-3 p-5 pb-0 ${selectedId ? UNDER_THE_ORDER : ''}`}
      >
        <SearchField
          label={t('search')}
          value={query}
          onChange={text => store.getState().type(text)}
          onSubmit={text => void store.getState().submit(text)}
          inputRef={search}
        />
        <ShownOrdersTabs />
      </div>
      <div
        className={`min-h-0 min-w-0 @max-5xl/screen:flex-1 @5xl/screen:w-[34rem] @5xl/screen:border-l @5xl/screen:border-line @7xl/screen:w-[42rem] ${selectedId ? 'flex' : 'hidden @5xl/screen:flex'}`}
      >
        {selectedId ? (
          <OrderPanel orderId={selectedId} onClose={close} onOpen={id => store.getState().select(id)} />
        ) : (
          <div className="m-auto">
            <EmptyState icon={MousePointerClick} title={t('pickOne')}>
              {t('searchHint')}
            </EmptyState>
          </div>
        )}
      </div>
    </section>
  );
}
