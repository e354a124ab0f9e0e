import type { Answer, Input, Method } from '../shared/contract.ts';
import type { TillEvent } from '../shared/events.ts';
import { hearEvents } from './event-stream.ts';

/**
 * What screens hear. `lost`: no event comes through any more, so nothing that is shown is known to be so; told again with
 * every attempt that fails. `resync`: events come again, some were missed, so whatever is shown must be asked for again.
 */
export type BridgeEvent = TillEvent | { name: 'lost' } | { name: 'resync' };

/** What an answer says when it is not `ok`. */
export type CallError = Extract<Answer<Method>, { ok: false }>['error'];

/** The till as the screens see it, whichever host carries the words. */
export interface Bridge {
  /** Never rejects: a till that does not answer is an answer too (`till_unreachable`). */
  call<M extends Method>(method: M, input: Input<M>): Promise<Answer<M>>;
  /** Returns the function that stops listening. */
  on(listener: (event: BridgeEvent) => void): () => void;
}

/** What the preload script gives the desktop window. */
interface DesktopTill {
  call(method: string, input: unknown): Promise<unknown>;
  on(listener: (event: TillEvent) => void): () => void;
}

declare global {
  interface Window {
    keytill?: DesktopTill;
  }
}

export function bridgeToHost(): Bridge {
  return window.keytill ? desktopBridge(window.keytill) : loopbackBridge();
}

function desktopBridge(till: DesktopTill): Bridge {
  return {
    call: (method, input) => answerFrom(() => till.call(method, input)),
    on: listener => till.on(listener),
  };
}

/** Calls by POST, events by one server-sent stream. */
export function loopbackBridge(origin = ''): Bridge {
  const listeners = new Set<(event: BridgeEvent) => void>();
  let stopHearing: (() => void) | undefined;
  const tell = (event: BridgeEvent) => {
    for (const listener of listeners) listener(event);
  };

  return {
    call: (method, input) =>
      answerFrom(async () => {
        const response = await fetch(`${origin}/call`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ method, input }),
        });
        return response.json();
      }),
    on(listener) {
      listeners.add(listener);
      stopHearing ??= hearEvents(origin, tell);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stopHearing?.();
        stopHearing = undefined;
      };
    },
  };
}

async function answerFrom<M extends Method>(ask: () => Promise<unknown>): Promise<Answer<M>> {
  try {
    const answer = await ask();
    if (isAnswer(answer)) return answer as Answer<M>;
    return unreachable('The till gave no answer that can be read.');
  } catch (error) {
    return unreachable(String(error));
  }
}

function isAnswer(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

function unreachable(message: string): { ok: false; error: CallError } {
  return { ok: false, error: { code: 'till_unreachable', message } };
}
