import { useTranslation } from 'react-i18next';
import type { StaffMember } from '../../../shared/contract/common.ts';
import { useFrom, useStoreOf } from '../../stores.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import { createStaffStore } from './staff-store.ts';

/** Asks before someone is taken off the till. */
export function RemoveDialog({ person, onClose }: { person: StaffMember; onClose: () => void }) {
  const { t } = useTranslation(['manager', 'common']);
  const toast = useToast();
  const store = useStoreOf(createStaffStore);
  const { isSaving, failure } = useFrom(createStaffStore, state => state);
  const { name } = person;

  async function remove() {
    if (!(await store.getState().remove(person.id))) return;
    toast('good', say => say('manager:staff.removed', { name }));
    onClose();
  }

  return (
    <Dialog
      title={t('staff.removeTitle', { name })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button look="danger" isPending={isSaving} onPress={() => void remove()}>
            {t('staff.remove')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {failure && <ErrorNotice error={failure} />}
        <p className="text-lg">{t('staff.removeText')}</p>
      </div>
    </Dialog>
  );
}
