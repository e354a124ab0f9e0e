import { ReceiptText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format-context.tsx';
import { Button } from '../../ui/button.tsx';
import { OutcomeLabel } from '../delivery/outcome-label.tsx';
import { useTill, useTillActions } from '../use-till.ts';

/** The way back to the customer who has just left: "I did not get my key". */
export function LastSale() {
  const { t } = useTranslation('till');
  const format = useFormat();
  const sale = useTill(state => state.sale);
  const till = useTillActions();
  if (!sale) return null;
  return (
    <div className="flex flex-col gap-3 rounded-control border border-line p-3">
      <p className="flex items-baseline justify-between gap-2">
        <span className="font-semibold">{t('basket.lastSale', { number: sale.number })}</span>
        <span className="digits whitespace-nowrap">{format.price(sale.total)}</span>
      </p>
      <OutcomeLabel />
      <Button icon={ReceiptText} wide onPress={till.showLastSale}>
        {t('basket.showLastSale')}
      </Button>
    </div>
  );
}
