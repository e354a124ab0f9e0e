import { Gamepad2, KeyRound, type LucideIcon, Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../../../shared/contract/catalogue.ts';

export const DELIVERY_ICONS = {
  key: KeyRound,
  topup: Gamepad2,
  stars: Star,
} as const satisfies Record<Delivery, LucideIcon>;

/** What the customer gets, by icon and word. */
export function DeliveryKind({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation('till');
  const Icon = DELIVERY_ICONS[delivery];
  return (
    <span className="inline-flex items-center gap-1.5 align-top whitespace-nowrap">
      <Icon aria-hidden className="size-5 shrink-0" />
      {t(`delivery.${delivery}`)}
    </span>
  );
}
