import type { PartnerResult } from '../partner/partner.ts';
import type { Clock } from '../ports.ts';

const WAITS_MS = [1000, 2000, 4000];
const LONGEST_WAIT_MS = 30_000;

/**
 * Asks, and asks again where waiting helps: reading thousands of offers must not be lost to one busy moment.
 * Only for calls that buy nothing. `reached`: the partner has answered before, so silence is a gap that may pass.
 */
export async function patiently<T>(
  clock: Clock,
  reached: boolean,
  ask: () => Promise<PartnerResult<T>>,
): Promise<PartnerResult<T>> {
  for (const wait of WAITS_MS) {
    const result = await ask();
    if (!isBusy(result) && !(reached && isUnreachable(result))) return result;
    await pause(clock, Math.min(Math.max(wait, askedWait(result)), LONGEST_WAIT_MS));
  }
  return ask();
}

/** The network or the partner as a whole is down, whatever was asked. */
export function isUnreachable(result: PartnerResult<unknown>): boolean {
  if (result.kind === 'unsent') return true;
  return result.kind === 'lost' && result.cause !== 'not_understood' && result.cause !== 'too_large';
}

function isBusy(result: PartnerResult<unknown>): boolean {
  return (
    result.kind === 'rate_limited' || (result.kind === 'refused' && result.code === 'SERVICE_UNAVAILABLE')
  );
}

function askedWait(result: PartnerResult<unknown>): number {
  return 'retryAfterMs' in result ? (result.retryAfterMs ?? 0) : 0;
}

function pause(clock: Clock, ms: number): Promise<void> {
  return new Promise(resolve => {
    clock.after(ms, resolve);
  });
}
