import { Plus } from 'lucide-react';
import { type SubmitEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { multiply } from '../../../shared/money.ts';
import { useFormat } from '../../i18n/format-context.tsx';
import { Button } from '../../ui/button.tsx';
import { MOST } from '../basket/basket.ts';
import { QuantityStepper } from '../quantity-stepper.tsx';
import { useTillActions } from '../use-till.ts';
import type { Choice } from './choice.ts';

/** A key needs nothing but how many. */
export function KeyForm({ choice: { offer, quantity } }: { choice: Choice }) {
  const { t } = useTranslation('till');
  const format = useFormat();
  const till = useTillActions();
  const add = useRef<HTMLButtonElement>(null);
  useEffect(() => add.current?.focus(), []);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    till.addChoice();
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-6">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <div className="flex items-center gap-4">
          <span aria-hidden className="font-semibold">
            {t('quantity.label')}
          </span>
          <QuantityStepper
            name={offer.offerName}
            value={quantity}
            most={MOST.perLine}
            onChange={till.setQuantity}
          />
        </div>
        {quantity > 1 && (
          <p className="digits text-2xl font-bold">{format.price(multiply(offer.price ?? '0', quantity))}</p>
        )}
      </div>
      <Button ref={add} type="submit" look="primary" size="large" wide icon={Plus}>
        {t('offer.add')}
      </Button>
    </form>
  );
}
