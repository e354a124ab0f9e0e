import type { CallError } from './bridge.ts';

/** What a call has brought. While it is asked again, what it brought before stays in sight. */
export interface Answered<T> {
  value: T | null;
  /** Why the last call brought nothing. */
  error: CallError | null;
  isAsking: boolean;
}

export const UNASKED: Answered<never> = { value: null, error: null, isAsking: false };

export const asking = <T>(before: Answered<T>): Answered<T> => ({ ...before, isAsking: true });

/** The new value, or the old one beside the reason why there is no new one. */
export function answered<T>(
  before: Answered<T>,
  answer: { ok: true; value: T } | { ok: false; error: CallError },
): Answered<T> {
  return answer.ok
    ? { value: answer.value, error: null, isAsking: false }
    : { value: before.value, error: answer.error, isAsking: false };
}
