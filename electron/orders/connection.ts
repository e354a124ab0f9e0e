import type { Connection } from '../../shared/contract/terminal.ts';
import type { ObservedResult } from '../partner/watch.ts';
import type { Clock, Random } from '../ports.ts';
import { type Gate, type GateNews, nextGate, OPEN, type PauseCause } from './gate.ts';

/** With nothing to sell, the till still finds out in this time that the partner is gone. */
const HEARTBEAT_MS = 60_000;

export interface ConnectionParts {
  clock: Clock;
  random: Random;
  /** One harmless call to the partner; its result comes back through `observe`. */
  probe: () => Promise<unknown>;
}

/** Milliseconds since the epoch. */
export interface Pause {
  reason: PauseCause;
  until: number;
}

export type ConnectionMonitor = ReturnType<typeof createConnection>;

/** Holds the gate of the queue: what every call to the partner says of the way to it, and the gentle probing while it is shut. */
export function createConnection({ clock, random, probe }: ConnectionParts) {
  let gate: Gate = OPEN;
  let answered = false;
  let since = clock.now();
  let lastNewsAt = clock.monotonic();
  let shown = 'unknown' as Connection['state'];
  let cancel: (() => void) | undefined;
  let stopped = true;
  const listeners = new Set<(connection: Connection) => void>();

  const stateOf = (): Connection['state'] => {
    if (gate.kind === 'open' || gate.cause === 'rate_limited') return answered ? 'online' : 'unknown';
    return gate.cause === 'token_rejected' ? 'token_rejected' : 'offline';
  };

  const current = (): Connection => ({
    state: shown,
    since: new Date(since).toISOString(),
    ...(gate.kind === 'paused'
      ? { nextTryAt: new Date(clock.now() + Math.max(0, gate.until - clock.monotonic())).toISOString() }
      : {}),
  });

  function take(news: GateNews): void {
    lastNewsAt = clock.monotonic();
    answered ||= news.type === 'answered';
    const before = gate;
    gate = nextGate(gate, news, clock.monotonic(), random.fraction());
    if (stateOf() !== shown) {
      shown = stateOf();
      since = clock.now();
    }
    schedule();
    if (before.kind !== gate.kind || before !== gate) for (const listener of listeners) listener(current());
  }

  function schedule(): void {
    cancel?.();
    cancel = undefined;
    if (stopped) return;
    const now = clock.monotonic();
    const delay = gate.kind === 'paused' ? gate.until - now : lastNewsAt + HEARTBEAT_MS - now;
    cancel = clock.after(Math.max(0, delay), tick);
  }

  function tick(): void {
    cancel = undefined;
    if (gate.kind === 'paused' && gate.cause === 'rate_limited') take({ type: 'answered' });
    else void probe().finally(schedule);
  }

  return {
    observe(result: ObservedResult): void {
      take(newsOf(result));
    },
    isOpen: (): boolean => gate.kind === 'open',
    /** Why nothing is sent at the moment, and until when at least; by the wall clock. */
    pause: (): Pause | undefined =>
      gate.kind === 'open'
        ? undefined
        : { reason: gate.cause, until: clock.now() + Math.max(0, gate.until - clock.monotonic()) },
    current,
    /** A person did something about it (a new token, "try again"). */
    tryNow(): void {
      take({ type: 'try_now' });
    },
    /** The way may be another one now. The waits that the partner asked for still hold. */
    look(): void {
      if (stopped) return;
      if (gate.kind === 'open') void probe().finally(schedule);
      else if (gate.cause === 'partner_down') take({ type: 'try_now' });
    },
    onChange(listener: (connection: Connection) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start(): void {
      stopped = false;
      void probe().finally(schedule);
    },
    stop(): void {
      stopped = true;
      cancel?.();
    },
  };
}

function newsOf(result: ObservedResult): GateNews {
  switch (result.kind) {
    case 'ok':
    case 'no_such_call':
      return { type: 'answered' };
    case 'refused':
      if (result.code === 'INVALID_TOKEN') return { type: 'token_rejected' };
      return { type: result.code === 'SERVICE_UNAVAILABLE' ? 'trouble' : 'answered' };
    case 'no_token':
      return { type: 'token_rejected' };
    case 'rate_limited':
      return { type: 'rate_limited', retryAfterMs: result.retryAfterMs ?? 0 };
    case 'unsent':
      return { type: 'unreachable' };
    case 'lost':
      return { type: 'trouble' };
  }
}
