import type { Clock } from '../ports.ts';

export interface RateLimit {
  /** Counts one request; false where this second has had its share. */
  admit(perSecond: number | null): boolean;
}

export function createRateLimit(clock: Clock): RateLimit {
  let secondBegan = clock.monotonic();
  let admitted = 0;
  return {
    admit(perSecond) {
      if (perSecond === null) return true;
      const now = clock.monotonic();
      if (now - secondBegan >= 1000) {
        secondBegan = now;
        admitted = 0;
      }
      admitted++;
      return admitted <= perSecond;
    },
  };
}
