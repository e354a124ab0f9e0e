import type { ErrorShape } from '../../shared/errors.ts';
import type { TillEvent } from '../../shared/events.ts';

export type UntypedAnswer = { ok: true; value: unknown } | { ok: false; error: ErrorShape };

/**
 * The till as a host sees it. A host proves who is calling (its own window, its own page) and passes everything
 * else on unread: method and input are parsed, and roles checked, behind `call`.
 */
export interface Till {
  /** Never rejects: whatever comes in, an answer comes out. */
  call(method: unknown, input: unknown): Promise<UntypedAnswer>;
  /** Returns the function that stops listening. */
  on(listener: (event: TillEvent) => void): () => void;
}

/** What a host knows and tells besides that has the machine's own window for its screen. */
export interface WindowTill extends Till {
  /** The machine slept, or its network is another: what waited for it is tried at once. */
  wake(): void;
  /** A sale that has not been paid yet is on the screen. */
  hasSaleOnScreen(): boolean;
}
