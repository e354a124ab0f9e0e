import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { CallError } from '../bridge.ts';
import { useBridge } from '../bridge-context.ts';
import { useFrom } from '../stores.tsx';
import { createTerminalStore } from '../terminal-store.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFaultText } from './fault-text.ts';
import { NewPinFields } from './new-pin-fields.tsx';
import { isToken, pinFaults } from './setup-faults.ts';

/** The keychain lost its secrets: the token again, and a new PIN for one manager. */
export function RecoverForm() {
  const { t } = useTranslation('setup');
  const bridge = useBridge();
  const refresh = useFrom(createTerminalStore, state => state.refresh);
  const managers = useFrom(
    createTerminalStore,
    useShallow(state => state.status?.staff.filter(person => person.role === 'manager') ?? []),
  );
  const [token, setToken] = useState('');
  const [pins, setPins] = useState({ pin: '', pinAgain: '' });
  const [chosen, setChosen] = useState<string | null>(null);
  const [hasTried, setTried] = useState(false);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<CallError | null>(null);

  const staffId = chosen ?? managers[0]?.id;
  const faults = {
    ...(!isToken(token) && { token: 'token.wrongShape' as const }),
    ...pinFaults(pins.pin, pins.pinAgain),
  };
  const shown = hasTried ? faults : {};
  const said = useFaultText(shown, token.trim().length);

  async function recover(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isPending || staffId === undefined || Object.keys(faults).length > 0) return;
    setPending(true);
    setError(null);
    const manager = { staffId, pin: pins.pin };
    const answer = await bridge.call('setup.recover', { token: token.trim(), manager });
    setPending(false);
    if (answer.ok) await refresh();
    else setError(answer.error);
  }

  return (
    <form onSubmit={event => void recover(event)} noValidate className="flex flex-col gap-5">
      <h2 className="text-xl font-semibold">{t('blocked.recoverTitle')}</h2>
      <p>{t('blocked.recoverText')}</p>
      {error && <ErrorNotice error={error} />}
      <TextField
        label={t('token.label')}
        hint={t('token.hint')}
        value={token}
        onChange={setToken}
        error={said('token')}
        type="password"
        mono
      />
      <SelectField
        label={t('blocked.recoverManager')}
        options={managers.map(({ id, name }) => ({ value: id, label: name }))}
        value={staffId ?? null}
        onChange={setChosen}
      />
      <NewPinFields {...pins} faults={shown} onChange={part => setPins(before => ({ ...before, ...part }))} />
      <Button type="submit" look="primary" size="large" isPending={isPending}>
        {t('blocked.recoverSave')}
      </Button>
    </form>
  );
}
