import type { TerminalStatus } from './contract/terminal.ts';

/**
 * Whether a kiosk may be closed without a PIN: nobody is there whose PIN could be checked, because there is no manager yet,
 * the keychain is shut, or the data is and no backup says who a manager is.
 */
export const isFreeToLeave = ({
  phase,
  blocked,
  staff,
}: Pick<TerminalStatus, 'phase' | 'blocked' | 'staff'>): boolean =>
  phase === 'setup' ||
  phase === 'blocked' ||
  (phase === 'recovery' && (blocked !== undefined || staff.length === 0));
