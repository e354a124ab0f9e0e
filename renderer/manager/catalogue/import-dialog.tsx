import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseOfferIdList } from '../../../shared/offer-id.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-area.tsx';

const MOST_CHARACTERS = 20_000;
const MOST_BAD_NAMED = 5;

/** Asks which offers to bring in, and says as they are typed how many that are. */
export function ImportDialog({
  onImport,
  onClose,
}: {
  onImport: (ids: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation(['manager', 'common']);
  const [text, setText] = useState('');
  const { ids, bad } = parseOfferIdList(text);
  const wrong = bad.slice(0, MOST_BAD_NAMED).join(', ') + (bad.length > MOST_BAD_NAMED ? ' …' : '');
  return (
    <Dialog
      title={t('catalogue.import')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button look="primary" isDisabled={ids.length === 0} onPress={() => onImport(text)}>
            {t('catalogue.importStart')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <TextArea
          label={t('catalogue.ids')}
          hint={t('catalogue.idsHint')}
          rows={6}
          mono
          maxLength={MOST_CHARACTERS}
          value={text}
          onChange={setText}
          error={bad.length > 0 ? t('catalogue.idsBad', { bad: wrong }) : undefined}
          autoFocus
        />
        <p role="status" className="min-h-6 font-semibold">
          {ids.length > 0 && t('catalogue.idsRead', { count: ids.length })}
        </p>
      </div>
    </Dialog>
  );
}
