import { useTranslation } from 'react-i18next';
import { ReceiptPaper } from '../../receipt/receipt-paper.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useTill, useTillActions } from '../use-till.ts';

/** It scrolls and has nothing to press in it: the keyboard must reach it all the same. */
const REACHABLE = { tabIndex: 0 };

/** The paper as it would come out now, beside what is happening. */
export function ReceiptPreview() {
  const { t } = useTranslation(['till', 'common']);
  const { value, error } = useTill(state => state.receipt);
  const till = useTillActions();
  return (
    <section
      aria-label={t('receipt.preview')}
      {...REACHABLE}
      className="hidden w-80 shrink-0 overflow-y-auto border-l border-line bg-sunken p-4 lg:block 2xl:w-md"
    >
      {value && <ReceiptPaper receipt={value} />}
      {!value && !error && <Skeleton className="h-96 w-full" />}
      {!value && error && (
        <ErrorNotice
          error={error}
          actions={<Button onPress={() => void till.refreshReceipt()}>{t('common:tryAgain')}</Button>}
        />
      )}
    </section>
  );
}
