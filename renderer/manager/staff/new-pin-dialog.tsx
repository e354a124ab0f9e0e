import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffMember } from '../../../shared/contract/common.ts';
import { NewPinFields } from '../../setup/new-pin-fields.tsx';
import { pinFaults } from '../../setup/setup-faults.ts';
import { useFrom, useStoreOf } from '../../stores.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useToast } from '../../ui/toast.tsx';
import { createStaffStore } from './staff-store.ts';

/** A new PIN for someone who forgot theirs, or whose PIN others know. */
export function NewPinDialog({ person, onClose }: { person: StaffMember; onClose: () => void }) {
  const { t } = useTranslation('manager');
  const toast = useToast();
  const store = useStoreOf(createStaffStore);
  const { isSaving, failure } = useFrom(createStaffStore, state => state);
  const [pins, setPins] = useState({ pin: '', pinAgain: '' });
  const [isTried, setTried] = useState(false);
  const faults = pinFaults(pins.pin, pins.pinAgain);

  async function save() {
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    const { id, name, role } = person;
    if (!(await store.getState().save({ id, name, role, pin: pins.pin }))) return;
    toast('good', 'manager:staff.pinSaved', { name });
    onClose();
  }

  return (
    <FormDialog
      title={t('staff.newPinOf', { name: person.name })}
      isSaving={isSaving}
      failure={failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <NewPinFields
        {...pins}
        faults={isTried ? faults : {}}
        onChange={part => setPins({ ...pins, ...part })}
      />
    </FormDialog>
  );
}
