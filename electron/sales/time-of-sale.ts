import { TillError } from '../../shared/errors.ts';
import type { Clock } from '../ports.ts';

const FIRST = Date.parse('2024-01-01T00:00:00Z');
const LAST = Date.parse('2100-01-01T00:00:00Z');

/**
 * When money changes hands, in milliseconds since the epoch. A computer whose battery is empty starts in 1970 or 2000: what
 * is sold then would be in no day that anybody looks at. Throws `clock_wrong`.
 */
export function timeOfSale(clock: Pick<Clock, 'now'>): number {
  const now = clock.now();
  if (now >= FIRST && now < LAST) return now;
  const date = new Date(now).toISOString().slice(0, now < LAST ? 10 : 13);
  throw new TillError('clock_wrong', `This computer says that it is ${date}. Set its date and time.`, {
    date,
  });
}
