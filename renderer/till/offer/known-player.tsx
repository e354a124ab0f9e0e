import { UserCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** The name to read out to the customer, large: "Is that you?" */
export function KnownPlayer({ name, detail }: { name: string; detail?: string | undefined }) {
  const { t } = useTranslation('till');
  return (
    <div role="status" className="flex items-center gap-4 rounded-control bg-good-soft p-4 text-good">
      <UserCheck aria-hidden className="size-9 shrink-0" />
      <div className="min-w-0">
        <p className="font-semibold">{t('player.valid')}</p>
        <p className="text-2xl font-bold break-words text-ink">{name}</p>
        {detail && <p className="font-mono break-all text-ink">{detail}</p>}
      </div>
    </div>
  );
}
