import { v7 } from 'uuid';
import type { Clock, Random } from './ports.ts';

/** A new id: UUID version 7, so that ids of one till sort by the time they were made. */
export function newId(clock: Clock, random: Random): string {
  return v7({ msecs: clock.now(), random: random.bytes(16) });
}
