import { PROBE, wait } from './backoff.ts';

/** Why the queue as a whole stands still. */
export type PauseCause = 'partner_down' | 'token_rejected' | 'rate_limited';

/** Whether orders may be sent at all. Times are of the monotonic clock, in milliseconds. */
export type Gate =
  /** `trial`: it has opened just now; should the same trouble come back at once, the waits go on growing. */
  { kind: 'open'; troubles: number; trial?: Pause } | ({ kind: 'paused' } & Pause);

interface Pause {
  cause: PauseCause;
  until: number;
  probes: number;
}

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

/** A probe may be answered while orders still fail: for so long after it opened, the gate is not trusted. */
const TRIAL_MS = 60_000;

/** Lost answers in a row that mean that the partner is down, and not just one answer lost. */
const TROUBLES = 3;

/** "0 seconds", or a moment that has passed, is no reason to ask without a pause. */
const LEAST_WAIT_MS = 1_000;

export function nextGate(gate: Gate, news: GateNews, now: number, jitter: number): Gate {
  switch (news.type) {
    case 'answered':
      return isAskedToWait(gate, now) ? gate : opened(gate, now);
    case 'try_now':
      return gate.kind === 'paused' ? { ...gate, until: now } : gate;
    case 'token_rejected':
      return pause(gate, 'token_rejected', now, jitter);
    case 'unreachable':
      return pause(gate, 'partner_down', now, jitter);
    case 'rate_limited':
      return limited(gate, now, now + Math.max(news.retryAfterMs, LEAST_WAIT_MS));
    case 'trouble':
      if (gate.kind === 'open' && gate.troubles + 1 < TROUBLES)
        return { ...gate, troubles: gate.troubles + 1 };
      return pause(gate, 'partner_down', now, jitter);
  }
}

function opened(gate: Gate, now: number): Gate {
  if (gate.kind === 'paused') {
    const { cause, probes } = gate;
    return { kind: 'open', troubles: 0, trial: { cause, probes, until: now + TRIAL_MS } };
  }
  if (!trialOf(gate, now)) return OPEN;
  return gate.troubles === 0 ? gate : { ...gate, troubles: 0 };
}

function trialOf(gate: Gate & { kind: 'open' }, now: number): Pause | undefined {
  return gate.trial && now < gate.trial.until ? gate.trial : undefined;
}

/** Other requests that were under way may still be answered: the partner's Retry-After holds all the same. */
function isAskedToWait(gate: Gate, now: number): boolean {
  return gate.kind === 'paused' && gate.cause === 'rate_limited' && now < gate.until;
}

/** Of several waits that the partner asked for, the longest. */
function limited(gate: Gate, now: number, until: number): Gate {
  if (gate.kind === 'paused' && isAskedToWait(gate, now) && gate.until >= until) return gate;
  return { kind: 'paused', cause: 'rate_limited', until, probes: 0 };
}

/** Several calls may fail at the same moment: only a probe that was due counts as one. */
function pause(gate: Gate, cause: PauseCause, now: number, jitter: number): Gate {
  const earlier = gate.kind === 'paused' ? gate : trialOf(gate, now);
  const again = earlier?.cause === cause;
  if (again && gate.kind === 'paused' && now < gate.until) return gate;
  const probes = again ? earlier.probes + 1 : 0;
  return { kind: 'paused', cause, until: now + wait(PROBE, probes, jitter), probes };
}
