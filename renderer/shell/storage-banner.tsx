import { HardDrive } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Storage } from '../../shared/contract/terminal.ts';
import { Banner } from './banner.tsx';

/** Also before anyone has signed in: with a disk like that nothing can be sold. */
export function StorageBanner({ storage: { state } }: { storage: Storage }) {
  const { t } = useTranslation();
  if (state === 'ok') return null;
  return (
    <Banner
      tone="bad"
      icon={HardDrive}
      title={t(`banner.storage.${state}`)}
      text={`${t(`banner.storage.${state}Next`)} ${t('banner.storageSafe')}`}
    />
  );
}
