import { useState } from 'react';
import type { ErrorCode } from '../../shared/errors.ts';
import type { Language } from '../../shared/people.ts';
import type { CallError } from '../bridge.ts';
import { useBridge } from '../bridge-context.ts';
import {
  completeInput,
  emptyDraft,
  type SetupDraft,
  STEPS,
  type Step,
  withoutSecrets,
} from './setup-draft.ts';
import { type Faults, faultsOf } from './setup-faults.ts';

/** Where a person corrects what the till refused at the end. Anything else is tried again where they are. */
const STEP_OF_ERROR: Partial<Record<ErrorCode, Step>> = {
  token_rejected: 'token',
  token_missing: 'token',
  token_of_other_partner: 'token',
  name_taken: 'manager',
};

export interface Setup {
  step: Step | 'done';
  draft: SetupDraft;
  /** Of this step, once the person has tried to leave it. */
  faults: Faults;
  error: CallError | null;
  isPending: boolean;
  change: (part: Partial<SetupDraft>) => void;
  back: () => void;
  /** To the next step, or at the last one: has the partner check the token and sets the till up. */
  next: () => Promise<void>;
}

export function useSetup(language: Language): Setup {
  const bridge = useBridge();
  const [step, setStep] = useState<Step | 'done'>('language');
  const [draft, setDraft] = useState(() => emptyDraft(language));
  const [hasTried, setTried] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const [isPending, setPending] = useState(false);
  const place = step === 'done' ? STEPS.length : STEPS.indexOf(step);
  const faults = step === 'done' ? {} : faultsOf(step, draft);

  function goTo(target: Step | 'done') {
    setStep(target);
    setTried(false);
  }

  async function complete() {
    setPending(true);
    const answer = await bridge.call('setup.complete', completeInput(draft));
    setPending(false);
    if (answer.ok) {
      setDraft(withoutSecrets);
      return goTo('done');
    }
    setError(answer.error);
    goTo(STEP_OF_ERROR[answer.error.code] ?? 'prices');
  }

  return {
    step,
    draft,
    faults: hasTried ? faults : {},
    error,
    isPending,
    change(part) {
      setDraft(before => ({ ...before, ...part }));
    },
    back: () => goTo(STEPS[place - 1] ?? 'language'),
    async next() {
      if (isPending) return;
      if (Object.keys(faults).length > 0) return setTried(true);
      setError(null);
      const following = STEPS[place + 1];
      if (following) goTo(following);
      else await complete();
    },
  };
}
