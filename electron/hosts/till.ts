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
