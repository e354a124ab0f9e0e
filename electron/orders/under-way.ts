import type { Clock } from '../ports.ts';
import type { OrderFacts } from './order-facts.ts';
import { STRAGGLER_MS } from './rules.ts';

/**
 * For how long requests may still reach the partner, by the monotonic clock: setting the wall clock ends no wait early,
 * not even while nothing ran. What an earlier process sent gets its time to arrive from the start of this one.
 */
export function createUnderWay(clock: Clock) {
  const until = new Map<string, number>();
  const stragglersUntil = clock.monotonic() + STRAGGLER_MS;
  return {
    leftMs(orderId: string): number {
      return Math.max(0, (until.get(orderId) ?? stragglersUntil) - clock.monotonic());
    },
    note(orderId: string, before: OrderFacts, after: OrderFacts, now: number): void {
      if (after.state !== 'sending' && after.state !== 'unknown') until.delete(orderId);
      else if (after.underWayUntil !== null && after.underWayUntil !== before.underWayUntil) {
        until.set(orderId, clock.monotonic() + after.underWayUntil - now);
      }
    },
  };
}
