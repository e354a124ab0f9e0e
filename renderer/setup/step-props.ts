import type { SetupDraft } from './setup-draft.ts';
import type { Faults } from './setup-faults.ts';

/** What every step of the set-up is given: the answers so far, how to change them, what is wrong with them. */
export interface StepProps {
  draft: SetupDraft;
  faults: Faults;
  change: (part: Partial<SetupDraft>) => void;
}
