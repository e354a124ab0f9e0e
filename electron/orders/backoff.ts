/** Waiting between tries: capped exponential, with jitter so that many tills do not come back as one. All in milliseconds. */
export interface Backoff {
  first: number;
  factor: number;
  most: number;
}

/** `jitter` in [0, 1): the wait is between half of the step and the whole of it. */
export function wait({ first, factor, most }: Backoff, tries: number, jitter: number): number {
  const step = Math.min(most, first * factor ** Math.min(tries, 64));
  return Math.round(step * (0.5 + jitter / 2));
}

/** A refused or unanswered order. */
export const RETRY: Backoff = { first: 2_000, factor: 2, most: 300_000 };
/** An order the partner is working on. */
export const POLL: Backoff = { first: 1_500, factor: 1.5, most: 30_000 };
/** Asking what became of a request without an answer. */
export const ASK: Backoff = { first: 1_000, factor: 2, most: 60_000 };
/** The whole queue, while the partner is down or the token is rejected. */
export const PROBE: Backoff = { first: 2_000, factor: 2, most: 60_000 };
