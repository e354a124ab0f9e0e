import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffMember } from '../../../shared/contract/common.ts';
import { ROLES, type Role } from '../../../shared/people.ts';
import { NewPinFields } from '../../setup/new-pin-fields.tsx';
import { pinFaults } from '../../setup/setup-faults.ts';
import { useFrom, useStoreOf } from '../../stores.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Segments } from '../../ui/segments.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { createStaffStore } from './staff-store.ts';

const MOST_NAME = 60;

/** Someone's name and role; someone new also needs a PIN. */
export function PersonDialog({ person, onClose }: { person: StaffMember | null; onClose: () => void }) {
  const { t } = useTranslation(['manager', 'common']);
  const toast = useToast();
  const store = useStoreOf(createStaffStore);
  const { isSaving, failure } = useFrom(createStaffStore, state => state);
  const [name, setName] = useState(person?.name ?? '');
  const [role, setRole] = useState<Role>(person?.role ?? 'cashier');
  const [pins, setPins] = useState({ pin: '', pinAgain: '' });
  /** Faults are said only once someone has tried to save. */
  const [isTried, setTried] = useState(false);

  const faults = person ? {} : pinFaults(pins.pin, pins.pinAgain);
  const isNameMissing = name.trim() === '';

  async function save() {
    setTried(true);
    if (isNameMissing || Object.keys(faults).length > 0) return;
    const taken = await store
      .getState()
      .save({ name: name.trim(), role, ...(person ? { id: person.id } : { pin: pins.pin }) });
    if (!taken) return;
    toast('good', person ? 'manager:staff.saved' : 'manager:staff.added', { name: name.trim() });
    onClose();
  }

  return (
    <FormDialog
      title={person ? t('staff.editOf', { name: person.name }) : t('staff.add')}
      isSaving={isSaving}
      failure={failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <TextField
        label={t('staff.name')}
        value={name}
        onChange={setName}
        maxLength={MOST_NAME}
        error={isTried && isNameMissing ? t('staff.nameMissing') : undefined}
        autoFocus
      />
      <Segments
        label={t('staff.role')}
        value={role}
        onChange={setRole}
        options={ROLES.map(value => ({ value, label: t(`common:${value}Role`) }))}
      />
      <p className="text-muted">{t(`staff.${role}Text`)}</p>
      {!person && (
        <NewPinFields
          {...pins}
          faults={isTried ? faults : {}}
          onChange={part => setPins({ ...pins, ...part })}
        />
      )}
    </FormDialog>
  );
}
