import { useTranslation } from 'react-i18next';
import type { StaffMember } from '../../../shared/contract/common.ts';
import { useFrom, useStoreOf } from '../../stores.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useToast } from '../../ui/toast.tsx';
import { createStaffStore } from './staff-store.ts';

/** Asks before someone is taken off the till. */
export function RemoveDialog({ person, onClose }: { person: StaffMember; onClose: () => void }) {
  const { t } = useTranslation('manager');
  const toast = useToast();
  const store = useStoreOf(createStaffStore);
  const { isSaving, failure } = useFrom(createStaffStore, state => state);
  const { name } = person;

  async function remove() {
    if (!(await store.getState().remove(person.id))) return;
    toast('good', 'manager:staff.removed', { name });
    onClose();
  }

  return (
    <FormDialog
      title={t('staff.removeTitle', { name })}
      action={t('staff.remove')}
      look="danger"
      isSaving={isSaving}
      failure={failure}
      onSave={() => void remove()}
      onClose={onClose}
    >
      <p className="text-lg">{t('staff.removeText')}</p>
    </FormDialog>
  );
}
