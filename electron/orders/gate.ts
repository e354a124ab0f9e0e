import { PROBE, wait } from './backoff.ts';

/** Why the queue as a whole stands still. */
export type PauseCause = 'partner_down' | 'token_rejected' | 'rate_limited';

/** Whether orders may be sent at all. Times are of the monotonic clock, in milliseconds. */
export type Gate =
  | { kind: 'open'; troubles: number }
  | { kind: 'paused'; cause: PauseCause; until: number; probes: number };

/** What a call to the partner, of whatever part, says about the way to it. */
export type GateNews =
  | { type: 'answered' }
  | { type: 'unreachable' }
  | { type: 'trouble' }
  | { type: 'token_rejected' }
  | { type: 'rate_limited'; retryAfterMs: number }
  /** A person did something about it: try at once. */
  | { type: 'try_now' };

export const OPEN: Gate = { kind: 'open', troubles: 0 };

/** Lost answers in a row that mean that the partner is down, and not just one answer lost. */
const TROUBLES = 3;

export function nextGate(gate: Gate, news: GateNews, now: number, jitter: number): Gate {
  switch (news.type) {
    case 'answered':
      return OPEN;
    case 'try_now':
      return gate.kind === 'paused' ? { ...gate, until: now } : gate;
    case 'token_rejected':
      return pause(gate, 'token_rejected', now, jitter);
    case 'unreachable':
      return pause(gate, 'partner_down', now, jitter);
    case 'rate_limited':
      return { kind: 'paused', cause: 'rate_limited', until: now + news.retryAfterMs, probes: 0 };
    case 'trouble':
      if (gate.kind === 'open' && gate.troubles + 1 < TROUBLES)
        return { kind: 'open', troubles: gate.troubles + 1 };
      return pause(gate, 'partner_down', now, jitter);
  }
}

/** Several calls may fail at the same moment: only a probe that was due counts as one. */
function pause(gate: Gate, cause: PauseCause, now: number, jitter: number): Gate {
  const again = gate.kind === 'paused' && gate.cause === cause;
  if (again && now < gate.until) return gate;
  const probes = again ? gate.probes + 1 : 0;
  return { kind: 'paused', cause, until: now + wait(PROBE, probes, jitter), probes };
}
