import { KeyRound, Pencil, Trash2, UserPlus, UserRound, UserRoundCog } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffMember } from '../../../shared/contract/common.ts';
import { useFrom, useStoreOf } from '../../stores.tsx';
import { createTerminalStore } from '../../terminal-store.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Shown } from '../../ui/shown.tsx';
import { StatusLabel } from '../../ui/status-label.tsx';
import { NewPinDialog } from './new-pin-dialog.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { createStaffStore } from './staff-store.ts';

/** What is being done, and to whom; without a person someone new is added. */
type Doing = { what: 'edit'; person: StaffMember | null } | { what: 'pin' | 'remove'; person: StaffMember };

/** Who may sign in at this till, and as what. */
export function StaffTab() {
  const { t } = useTranslation('manager');
  const { load, forgetFailure } = useStoreOf(createStaffStore).getState();
  const staff = useFrom(createStaffStore, state => state.staff);
  const [doing, setDoing] = useState<Doing | null>(null);

  useEffect(() => void load(), [load]);

  function open(next: Doing) {
    forgetFailure();
    setDoing(next);
  }
  const close = () => setDoing(null);

  return (
    <div className="pb-5">
      <Card
        title={t('staff.title')}
        actions={
          <Button look="primary" icon={UserPlus} onPress={() => open({ what: 'edit', person: null })}>
            {t('staff.add')}
          </Button>
        }
      >
        <Shown of={staff} onRetry={() => void load()}>
          {people => (
            <ul aria-label={t('staff.list')} className="flex flex-col">
              {people.map(person => (
                <PersonRow key={person.id} person={person} onDo={what => open({ what, person })} />
              ))}
            </ul>
          )}
        </Shown>
      </Card>
      {doing?.what === 'edit' && <PersonDialog person={doing.person} onClose={close} />}
      {doing?.what === 'pin' && <NewPinDialog person={doing.person} onClose={close} />}
      {doing?.what === 'remove' && <RemoveDialog person={doing.person} onClose={close} />}
    </div>
  );
}

function PersonRow({ person, onDo }: { person: StaffMember; onDo: (what: Doing['what']) => void }) {
  const { t } = useTranslation(['manager', 'common']);
  const isMe = useFrom(createTerminalStore, state => state.status?.session?.staff.id === person.id);
  const { name, role } = person;
  const Icon = role === 'manager' ? UserRoundCog : UserRound;
  return (
    <li className="flex flex-wrap items-center gap-3 border-b border-line py-3 last:border-0 last:pb-0">
      <span className="grid size-12 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-text">
        <Icon aria-hidden className="size-6" />
      </span>
      <div className="min-w-0 flex-1 basis-48">
        <p className="flex flex-wrap items-center gap-x-3 text-lg font-semibold break-words">
          {name}
          {isMe && <StatusLabel tone="info">{t('staff.you')}</StatusLabel>}
        </p>
        <p className="text-muted">{t(role === 'manager' ? 'common:managerRole' : 'common:cashierRole')}</p>
      </div>
      <Button icon={Pencil} aria-label={t('staff.editOf', { name })} onPress={() => onDo('edit')}>
        {t('staff.edit')}
      </Button>
      <Button icon={KeyRound} aria-label={t('staff.newPinOf', { name })} onPress={() => onDo('pin')}>
        {t('staff.newPin')}
      </Button>
      <IconButton icon={Trash2} label={t('staff.removeOf', { name })} onPress={() => onDo('remove')} />
    </li>
  );
}
