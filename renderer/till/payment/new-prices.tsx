import { ArrowRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { useFormat } from '../../i18n/format-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useTill, useTillActions } from '../use-till.ts';

/** A price moved between the shelf and the payment: the customer decides, nothing has been taken yet. */
export function NewPrices() {
  const { t } = useTranslation('till');
  const format = useFormat();
  const till = useTillActions();
  const changed = useTill(useShallow(state => state.lines.filter(line => line.priceBefore !== undefined)));
  const agree = useRef<HTMLButtonElement>(null);
  const hasChanged = changed.length > 0;
  useEffect(() => {
    if (hasChanged) agree.current?.focus();
  }, [hasChanged]);

  if (!hasChanged) return null;
  return (
    <Notice tone="warn" title={t('newPrice.title')}>
      <ul>
        {changed.map(line => (
          <li key={line.id} className="flex flex-wrap items-center gap-x-3 text-lg">
            <span className="font-semibold">{line.offer.offerName}</span>
            <span className="flex items-center gap-2 whitespace-nowrap">
              <s className="digits">{format.price(line.priceBefore ?? '0')}</s>
              <ArrowRight aria-hidden className="size-5" />
              <strong className="digits text-xl">{format.price(line.price)}</strong>
            </span>
          </li>
        ))}
      </ul>
      <p className="pb-2">{t('newPrice.next')}</p>
      <div className="flex flex-wrap gap-3">
        <Button ref={agree} look="primary" onPress={till.agreeToPrices}>
          {t('newPrice.agree')}
        </Button>
        <Button onPress={till.goBack}>{t('newPrice.change')}</Button>
      </div>
    </Notice>
  );
}
