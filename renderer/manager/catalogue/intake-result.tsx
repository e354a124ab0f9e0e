import { useTranslation } from 'react-i18next';
import type { FailedOffer } from '../../../shared/contract/catalogue.ts';
import { errorText } from '../../i18n/error-text.ts';
import { useFormat } from '../../i18n/format-context.tsx';
import { useFrom, useStoreOf } from '../../stores.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { createIntakeStore } from './intake-store.ts';

/** What a sync or an import brought; every id that did not work by name, with its reason. */
export function IntakeResult() {
  const { t } = useTranslation('manager');
  const { dismiss } = useStoreOf(createIntakeStore).getState();
  const last = useFrom(createIntakeStore, state => state.last);
  if (!last) return null;
  const gotIt = <Button onPress={dismiss}>{t('catalogue.dismiss')}</Button>;
  if (last.kind === 'sync') {
    return (
      <Notice tone="good" title={t('catalogue.synced')} actions={gotIt}>
        {t('catalogue.syncedText', last.brought)}
      </Notice>
    );
  }
  const { added, failed } = last.brought;
  const title =
    added.length > 0 ? t('catalogue.imported', { count: added.length }) : t('catalogue.importedNone');
  if (failed.length === 0) return <Notice tone="good" title={title} actions={gotIt} />;
  return (
    <Notice
      tone="warn"
      title={`${title} · ${t('catalogue.failed', { count: failed.length })}`}
      actions={gotIt}
    >
      <FailedIds failed={failed} />
    </Notice>
  );
}

const ROW_PX = 32;
/** The half row tells that there is more below. */
const MOST_ROWS_IN_SIGHT = 4.5;

function FailedIds({ failed }: { failed: readonly FailedOffer[] }) {
  const { t } = useTranslation('manager');
  const format = useFormat();
  const rows = failed.map(({ offerId, code }, index) => ({
    key: index,
    offerId,
    reason:
      code === 'offer_id_invalid' && String(offerId).startsWith('telegram_stars_')
        ? t('catalogue.starsRange')
        : errorText(format, { code }).title,
  }));
  return (
    <div
      className="mt-2 flex flex-col"
      style={{ height: Math.min(rows.length, MOST_ROWS_IN_SIGHT) * ROW_PX }}
    >
      <VirtualList
        isReadOnly
        label={t('catalogue.failedList')}
        items={rows}
        itemKey={({ key }) => key}
        estimatedHeight={ROW_PX}
        render={({ offerId, reason }) => (
          <p className="flex h-8 items-center gap-4">
            <span className="w-56 shrink-0 truncate font-mono font-semibold">{offerId}</span>
            <span className="truncate">{reason}</span>
          </p>
        )}
      />
    </div>
  );
}
