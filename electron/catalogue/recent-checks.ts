import type { OfferId } from '../../shared/offer-id.ts';
import type { Clock } from '../ports.ts';

export type CheckResult = 'valid' | 'invalid' | 'unavailable';

export interface RecentChecks {
  note(offerId: OfferId, playerId: string, serverId: string | undefined, result: CheckResult): void;
  /** What the partner said of this player for this offer in the last quarter of an hour. */
  last(offerId: OfferId, playerId: string, serverId?: string): CheckResult | undefined;
}

const KEPT_MS = 15 * 60_000;
const MOST = 500;

/** What was answered about the players of the sales under way; gone with the process. */
export function createRecentChecks(clock: Clock): RecentChecks {
  const checks = new Map<string, { result: CheckResult; at: number }>();
  return {
    note(offerId, playerId, serverId, result) {
      const key = keyOf(offerId, playerId, serverId);
      checks.delete(key);
      checks.set(key, { result, at: clock.monotonic() });
      const [oldest] = checks.keys();
      if (checks.size > MOST && oldest !== undefined) checks.delete(oldest);
    },
    last(offerId, playerId, serverId) {
      const check = checks.get(keyOf(offerId, playerId, serverId));
      return check && clock.monotonic() - check.at < KEPT_MS ? check.result : undefined;
    },
  };
}

const keyOf = (offerId: OfferId, playerId: string, serverId: string | undefined): string =>
  JSON.stringify([offerId, playerId, serverId ?? null]);
