import { useState } from 'react';
import type { StaffMember } from '../../shared/contract/common.ts';
import type { CallError } from '../bridge.ts';
import { useBridge } from '../bridge-context.ts';
import { useFrom } from '../stores.tsx';
import { createTerminalStore } from '../terminal-store.ts';
import { presentSecond, useNow } from '../ui/moment.tsx';

export interface SignIn {
  pin: string;
  setPin: (pin: string) => void;
  submit: () => Promise<void>;
  isPending: boolean;
  error: CallError | null;
  /** Seconds until the till takes another try of this person; 0 when it does. */
  lockedForSeconds: number;
}

/** One person's tries to unlock the till. A wrong PIN is wiped, so the next one starts from nothing. */
export function useSignIn(person: StaffMember): SignIn {
  const bridge = useBridge();
  const refresh = useFrom(createTerminalStore, state => state.refresh);
  const [pin, setPin] = useState('');
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const [opensAt, setOpensAt] = useState(0);
  const lockedForSeconds = Math.max(0, Math.ceil((opensAt - useNow()) / 1000));

  async function submit() {
    if (pin === '' || isPending || lockedForSeconds > 0) return;
    setPending(true);
    const answer = await bridge.call('session.signIn', { staffId: person.id, pin });
    setPending(false);
    setPin('');
    if (answer.ok) return refresh();
    setError(answer.error);
    const seconds = answer.error.details?.seconds;
    if (typeof seconds === 'number') setOpensAt(presentSecond() + seconds * 1000);
  }

  return { pin, setPin, submit, isPending, error, lockedForSeconds };
}
