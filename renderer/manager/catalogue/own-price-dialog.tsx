import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../../shared/contract/catalogue.ts';
import type { Settings } from '../../../shared/contract/terminal.ts';
import { compare, type Decimal, isPositive, multiply } from '../../../shared/money.ts';
import { useFormat } from '../../i18n/format-context.tsx';
import { useFrom, useStoreOf } from '../../stores.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { MoneyField } from '../../ui/money-field.tsx';
import { ErrorNotice, Notice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import { createPricesStore } from '../prices/prices-store.ts';
import { createCatalogueStore } from './catalogue-store.ts';

/** The manager's own price for one offer, in place of the rule. */
export function OwnPriceDialog({ offer, onClose }: { offer: Offer; onClose: () => void }) {
  const { t } = useTranslation(['manager', 'common']);
  const format = useFormat();
  const toast = useToast();
  const store = useStoreOf(createCatalogueStore);
  const failure = useFrom(createCatalogueStore, state => state.failure);
  const settings = useFrom(createPricesStore, state => state.stored.value?.settings);
  const [price, setPrice] = useState<Decimal | ''>(offer.ownPrice ?? offer.price ?? '');
  const [isSaving, setSaving] = useState(false);

  async function save(ownPrice: Decimal | null) {
    setSaving(true);
    const taken = await store.getState().change({ offerId: offer.offerId, ownPrice });
    setSaving(false);
    if (!taken) return;
    toast('good', 'manager:catalogue.priceSaved');
    onClose();
  }

  const cost = settings && costInShop(offer, settings);
  const isPayable = price !== '' && isPositive(price);
  return (
    <Dialog
      title={t('catalogue.priceTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button isDisabled={offer.ownPrice === undefined || isSaving} onPress={() => void save(null)}>
            {t('catalogue.priceByRule')}
          </Button>
          <Button
            look="primary"
            isDisabled={!isPayable}
            isPending={isSaving}
            onPress={() => void save(price || null)}
          >
            {t('common:save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {failure && <ErrorNotice error={failure} />}
        <p className="text-lg">
          <span className="font-semibold">{offer.productName}</span> {offer.offerName}
        </p>
        <MoneyField
          label={t('catalogue.ownPrice')}
          hint={t('catalogue.priceHint')}
          currency={settings?.shop.currency ?? ''}
          value={price}
          onChange={setPrice}
          autoFocus
        />
        {cost && isPayable && compare(price, cost) < 0 && (
          <Notice tone="warn" title={t('catalogue.priceBelowCost', { cost: format.price(cost) })} />
        )}
        <p className="text-muted">{t('catalogue.priceText')}</p>
      </div>
    </Dialog>
  );
}

/** What the offer costs in the shop's currency; undefined where there is no rate. */
function costInShop({ cost, costCurrency }: Offer, { rates, shop }: Settings): Decimal | undefined {
  const rate = rates[costCurrency] ?? (costCurrency === shop.currency ? '1' : undefined);
  return rate === undefined ? undefined : multiply(cost, rate);
}
