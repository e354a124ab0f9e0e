import type { DayReport } from '../../../shared/contract/records.ts';

type Hour = DayReport['byHour'][number];

const HOUR_MS = 60 * 60 * 1000;

/** Every hour from the first sale to the last, the quiet ones too, so that a gap in the day looks like one. */
export function withQuietHours(hours: readonly Hour[]): { from: string; gross: string }[] {
  const byMoment = new Map(hours.map(hour => [Date.parse(hour.from), hour.gross]));
  const moments = [...byMoment.keys()];
  const first = Math.min(...moments);
  const last = Math.max(...moments);
  return Array.from({ length: Math.round((last - first) / HOUR_MS) + 1 }, (_, index) => {
    const moment = first + index * HOUR_MS;
    return { from: new Date(moment).toISOString(), gross: byMoment.get(moment) ?? '0' };
  });
}
