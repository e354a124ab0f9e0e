import { ArrowLeft, Banknote, CircleCheck, CreditCard } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { subtract } from '../../../shared/money.ts';
import { useFormat } from '../../i18n/format-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Segments } from '../../ui/segments.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { hasNewPrice, totalOf } from '../basket/basket.ts';
import { useCurrency, useTill, useTillActions } from '../use-till.ts';
import { CardField } from './card-field.tsx';
import { CashFields } from './cash-fields.tsx';
import { ChargeTrouble } from './charge-trouble.tsx';
import { NewPrices } from './new-prices.tsx';
import { type PaymentProblem, problemOf } from './payment.ts';
import { isMine } from './payment-slice.ts';
import { isImplausibleChange } from './quick-cash.ts';
import { StrayScan } from './stray-scan.tsx';

/** Money changes hands. */
export function PaymentStep() {
  const { t } = useTranslation(['till', 'common']);
  const format = useFormat();
  const till = useTillActions();
  const total = useTill(state => totalOf(state.lines));
  const isFrozen = useTill(state => state.attempt !== null);
  const isAnothers = useTill(state => state.attempt !== null && !isMine(state));
  return (
    <div className="mx-auto flex min-h-0 w-full max-w-3xl flex-1 flex-col gap-3">
      <header className="flex shrink-0 items-center gap-3">
        <IconButton icon={ArrowLeft} label={t('payment.back')} isDisabled={isFrozen} onPress={till.goBack} />
        <h1 className="flex flex-1 flex-wrap items-baseline gap-x-4">
          <span className="text-2xl font-semibold">{t('payment.title')}</span>
          <span className="digits text-3xl font-bold whitespace-nowrap 2xl:text-4xl">
            {format.price(total)}
          </span>
        </h1>
      </header>
      <div className="flex min-h-0 flex-1 flex-col gap-4 -m-0.5 overflow-y-auto p-1.5">
        <NewPrices />
        <ChargeTrouble />
        <StrayScan />
        {!isAnothers && <PaymentForm total={total} />}
      </div>
      {!isAnothers && <Complete />}
    </div>
  );
}

function PaymentForm({ total }: { total: string }) {
  const { t } = useTranslation('till');
  const format = useFormat();
  const till = useTillActions();
  const form = useRef<HTMLFormElement>(null);
  const payment = useTill(state => state.payment);
  const attempt = useTill(state => state.attempt);
  const showsProblem = useTill(state => state.showsProblem);
  const problem = showsProblem ? problemOf(payment, total) : undefined;

  const texts: Record<PaymentProblem, string> = {
    cash_short: t('payment.short', { missing: missing() }),
    reference_missing: t('payment.referenceMissing'),
    email_invalid: t('payment.emailInvalid'),
  };
  const errorOf = (which: PaymentProblem) => (problem === which ? texts[which] : undefined);

  function missing(): string {
    return format.price(subtract(total, payment.tendered === '' ? total : payment.tendered));
  }

  useEffect(() => form.current?.querySelector<HTMLElement>('[inputmode=decimal]')?.focus(), []);
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [problem]);

  const enter = useEnterSafely(total);

  return (
    <form
      ref={form}
      noValidate
      onSubmit={event => event.preventDefault()}
      onKeyDown={enter}
      className="flex flex-col gap-3 2xl:gap-4"
    >
      <Segments
        label={t('payment.method')}
        isLabelUnseen
        options={[
          { value: 'cash', label: t('payment.cash'), icon: Banknote },
          { value: 'card', label: t('payment.card'), icon: CreditCard },
        ]}
        value={payment.method}
        onChange={method => till.editPayment({ method })}
        isDisabled={attempt !== null}
      />
      {payment.method === 'cash' ? (
        <CashFields total={total} error={errorOf('cash_short')} />
      ) : (
        <CardField error={errorOf('reference_missing')} />
      )}
      <TextField
        label={t('payment.email')}
        error={errorOf('email_invalid')}
        value={payment.email}
        onChange={email => till.editPayment({ email })}
        isDisabled={attempt !== null}
        inputMode="email"
        maxLength={254}
      />
    </form>
  );
}

/** Stays in sight and in its place, however much there is above it. */
function Complete() {
  const { t } = useTranslation('till');
  const till = useTillActions();
  const attemptState = useTill(state => state.attempt?.state);
  const mustAgree = useTill(state => hasNewPrice(state.lines));
  return (
    <div className="shrink-0 px-1">
      <Button
        onPress={() => void till.completeSale()}
        look="primary"
        size="large"
        wide
        icon={CircleCheck}
        isDisabled={mustAgree || attemptState === 'undecided' || attemptState === 'not_stored'}
        isPending={attemptState === 'sending' || attemptState === 'unanswered'}
      >
        {t('payment.complete')}
      </Button>
    </div>
  );
}

/**
 * Enter in a field: an empty cash field first becomes the exact total, and an amount that nobody hands over waits for a
 * press of the button.
 */
function useEnterSafely(total: string) {
  const till = useTillActions();
  const payment = useTill(state => state.payment);
  const currency = useCurrency();
  return (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.repeat || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (payment.method === 'cash') {
      if (payment.tendered === '') return till.editPayment({ tendered: total });
      if (isImplausibleChange(subtract(payment.tendered, total), total, currency)) return;
    }
    void till.completeSale();
  };
}
