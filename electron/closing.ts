import type { StaffMember } from '../shared/contract/common.ts';
import type { TerminalStatus } from '../shared/contract/terminal.ts';
import { TillError } from '../shared/errors.ts';
import { isFreeToLeave } from '../shared/way-out.ts';
import type { TerminalOptions } from './parts.ts';
import type { createSession } from './staff/session.ts';

const CLOSED_AFTER_MS = 200;

/** The two ways out of a kiosk. A disk that takes nothing is in the way of neither. Both throw where a window has its own. */
export function createClosing({ close, clock }: Pick<TerminalOptions, 'close' | 'clock'>) {
  function leave(): void {
    if (!close) throw new TillError('not_allowed', 'This till is closed like any other window.');
    // The answer goes out first.
    clock.after(CLOSED_AFTER_MS, close);
  }

  return {
    async byManager(
      session: Pick<ReturnType<typeof createSession>, 'confirm'>,
      { id }: StaffMember,
      pin: string,
    ): Promise<void> {
      if (close) await session.confirm(id, pin, 'till.closed');
      leave();
    },
    byAnybody(status: TerminalStatus): void {
      if (close && !isFreeToLeave(status))
        throw new TillError('not_allowed', 'A manager closes this till, with the PIN.');
      leave();
    },
  };
}
