import type { Clock } from '../ports.ts';
import type { OrderFacts } from './order-facts.ts';

/**
 * For how long the requests of this process may still reach the partner, by the monotonic clock: setting the wall
 * clock ends no wait early. What an earlier process sent is waited for by the row alone.
 */
export function createUnderWay(clock: Clock) {
  const until = new Map<string, number>();
  return {
    leftMs(orderId: string): number {
      return Math.max(0, (until.get(orderId) ?? 0) - clock.monotonic());
    },
    note(orderId: string, before: OrderFacts, after: OrderFacts, now: number): void {
      if (after.state !== 'sending' && after.state !== 'unknown') until.delete(orderId);
      else if (after.underWayUntil !== null && after.underWayUntil !== before.underWayUntil) {
        until.set(orderId, clock.monotonic() + after.underWayUntil - now);
      }
    },
  };
}
