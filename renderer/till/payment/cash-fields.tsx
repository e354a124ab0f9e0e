import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { compare, type Decimal, subtract, toCurrency } from '../../../shared/money.ts';
import { useFormat } from '../../i18n/format-context.tsx';
import { Button } from '../../ui/button.tsx';
import { FittedAmount } from '../../ui/fitted-amount.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { useCurrency, useTill, useTillActions } from '../use-till.ts';
import { changeOf } from './payment.ts';
import { isImplausibleChange, quickCash } from './quick-cash.ts';

/** What the customer hands over, and what goes back: reckoned with every digit. */
export function CashFields({ total, error }: { total: Decimal; error: string | undefined }) {
  const { t } = useTranslation('till');
  const till = useTillActions();
  const currency = useCurrency();
  const payment = useTill(state => state.payment);
  const isFrozen = useTill(state => state.attempt !== null);
  const strayScans = useTill(state => state.strayScans);
  return (
    <>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <MoneyField
          label={t('payment.tendered')}
          currency={currency}
          value={payment.tendered}
          onChange={tendered => till.editPayment({ tendered })}
          error={error}
          isDisabled={isFrozen}
          wiped={strayScans}
        />
        <Change change={changeOf(payment, total)} total={total} isExact={payment.tendered === ''} />
      </div>
      <QuickAmounts total={total} isDisabled={isFrozen} />
    </>
  );
}

function Change({ change, total, isExact }: { change: Decimal; total: Decimal; isExact: boolean }) {
  const { t } = useTranslation('till');
  const format = useFormat();
  const currency = useCurrency();
  const isShort = compare(change, '0') < 0;
  const isImplausible = isImplausibleChange(change, total, currency);
  const look = isShort || isImplausible ? 'bg-warn-soft text-warn' : 'bg-good-soft text-good';
  return (
    <div
      role="status"
      className={`flex min-h-32 min-w-0 flex-col justify-center rounded-control px-4 py-2 ${look}`}
    >
      <p className="flex items-center gap-1.5 font-semibold">
        {isShort && <TriangleAlert aria-hidden className="size-5" />}
        {isShort ? t('payment.missing') : t('payment.change')}
      </p>
      <FittedAmount text={format.price(isShort ? subtract('0', change) : change)} />
      {isExact && <p className="text-ink">{t('payment.exactMeant')}</p>}
      {isImplausible && <p className="font-semibold">{t('payment.implausible')}</p>}
    </div>
  );
}

function QuickAmounts({ total, isDisabled }: { total: Decimal; isDisabled: boolean }) {
  const { t } = useTranslation('till');
  const format = useFormat();
  const till = useTillActions();
  const currency = useCurrency();
  const hand = (tendered: Decimal) => () => till.editPayment({ tendered: toCurrency(tendered, currency) });
  return (
    <fieldset className="grid grid-cols-3 gap-2">
      <legend className="sr-only">{t('payment.quick')}</legend>
      <Button size="large" isDisabled={isDisabled} onPress={hand(total)}>
        {t('payment.exact')}
      </Button>
      {quickCash(total, currency).map(amount => (
        <Button key={amount} size="large" isDisabled={isDisabled} onPress={hand(amount)}>
          <span className="digits whitespace-nowrap">{format.price(amount)}</span>
        </Button>
      ))}
    </fieldset>
  );
}
