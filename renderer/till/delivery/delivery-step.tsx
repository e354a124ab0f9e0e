import { Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sale } from '../../../shared/contract/sales.ts';
import { isPositive } from '../../../shared/money.ts';
import { current } from '../../../shared/sale-outcome.ts';
import { useFormat } from '../../i18n/format-context.tsx';
import { Button } from '../../ui/button.tsx';
import type { ScanRhythm } from '../../ui/scan-rhythm.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { useScanAnywhere } from '../scan-anywhere.ts';
import { useTill, useTillActions } from '../use-till.ts';
import { useEnterAnywhere } from './enter-anywhere.ts';
import { OrderRow } from './order-row.tsx';
import { OutcomeBanner } from './outcome-banner.tsx';
import { PrintActions } from './print-actions.tsx';
import { ReceiptPreview } from './receipt-preview.tsx';
import { urgentFirst } from './sale-orders.ts';

/** The money is taken; now the customer gets what they paid for, while the cashier watches. */
export function DeliveryStep() {
  const sale = useTill(state => state.sale);
  if (!sale) return null;
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-3 p-4">
        <DeliveryHead sale={sale} />
        <SaleOrders sale={sale} />
        <DeliveryFoot />
      </div>
      <ReceiptPreview />
    </div>
  );
}

function DeliveryHead({ sale }: { sale: Sale }) {
  const { t } = useTranslation('till');
  const format = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  const { change } = sale.payment;
  useEffect(() => heading.current?.focus(), []);
  return (
    <header className="flex shrink-0 flex-col gap-2">
      <h1 ref={heading} tabIndex={-1} className="flex items-baseline gap-3 outline-none">
        <span className="text-xl font-semibold">{t('done.sale')}</span>
        <span className="digits text-3xl font-bold 2xl:text-4xl">{sale.number}</span>
        <span className="digits ml-auto text-xl text-muted">{format.price(sale.total)}</span>
      </h1>
      <div className="flex flex-wrap items-stretch gap-3">
        <OutcomeBanner />
        {change !== undefined && isPositive(change) && (
          <p className="flex flex-col justify-center rounded-card bg-accent-soft px-4 py-2 text-accent-text">
            <span className="font-semibold">{t('payment.change')}</span>
            <span className="digits text-2xl leading-tight font-bold whitespace-nowrap text-ink 2xl:text-3xl">
              {format.price(change)}
            </span>
          </p>
        )}
      </div>
    </header>
  );
}

function SaleOrders({ sale }: { sale: Sale }) {
  const { t } = useTranslation('till');
  const orders = useTill(state => state.orders);
  return (
    <section
      aria-label={t('done.orders')}
      className="flex min-h-0 flex-col overflow-hidden rounded-card border border-line bg-surface [&_li:last-child>article]:border-b-0"
    >
      <VirtualList
        label={t('done.ordersOf', { number: sale.number })}
        items={urgentFirst(current(orders))}
        itemKey={order => order.id}
        estimatedHeight={88}
        render={order => <OrderRow order={order} method={sale.payment.method} />}
      />
    </section>
  );
}

/** Nothing is typed here: even a slow scanner is told from fingers. */
const SCANNER: ScanRhythm = { longestGapMs: 80, shortest: 3 };

function DeliveryFoot() {
  const { t } = useTranslation('till');
  const till = useTillActions();
  useEnterAnywhere(till.newSale);
  useScanAnywhere({
    ...SCANNER,
    take(code) {
      till.newSale();
      till.search(code);
      void till.submitSearch();
    },
  });
  return (
    <footer className="mt-auto grid shrink-0 grid-cols-2 gap-x-3 gap-y-1.5">
      <PrintActions />
      <Button look="primary" size="large" icon={Plus} onPress={till.newSale}>
        {t('done.newSale')}
      </Button>
    </footer>
  );
}
