import { Temporal } from 'temporal-polyfill';
import type { Shop } from '../../shared/contract/terminal.ts';

export type DayRule = Pick<Shop, 'timeZone' | 'dayStartsAt'>;

/** Milliseconds since the epoch; `to` is exclusive and is the `from` of the next day. */
export interface DayBounds {
  from: number;
  to: number;
}

const HOUR_MS = 3_600_000;

/** The business day ("2026-03-29") a moment belongs to. Days tile time: every moment is in exactly one. */
export function businessDayOf(epochMs: number, shop: DayRule): string {
  const latest = latestDay.get(keyOf(shop));
  if (latest && latest.from <= epochMs && epochMs < latest.to) return latest.day;
  // Where clocks go back over the day's start, the wall shows the date before for a while, hence the day after too.
  const date = zoned(epochMs, shop).toPlainDate();
  for (const days of [0, -1, 1]) {
    const day = date.add({ days }).toString();
    const bounds = boundsOfDay(day, shop);
    if (bounds.from <= epochMs && epochMs < bounds.to) {
      latestDay.set(keyOf(shop), { day, ...bounds });
      return day;
    }
  }
  throw new RangeError(`no business day holds ${epochMs} in ${shop.timeZone}`);
}

/**
 * A day begins the first moment the shop's clock shows the start hour or later: at the jump where the start is in the
 * hour that spring skips, at the first of the two where autumn has it twice. So a day may last 23 or 25 hours.
 */
export function boundsOfDay(day: string, shop: DayRule): DayBounds {
  const date = Temporal.PlainDate.from(day);
  return { from: startOf(date, shop), to: startOf(date.add({ days: 1 }), shop) };
}

/** The hour of the shop's clock ("14:00") that holds a moment, and when that hour, or what there is of it, began. */
export function hourOf(epochMs: number, shop: DayRule): { hour: string; from: number } {
  const now = zoned(epochMs, shop);
  const offset = offsetMs(now);
  const from = Math.floor((epochMs + offset) / HOUR_MS) * HOUR_MS - offset;
  return { hour: `${twoDigits(now.hour)}:00`, from: Math.max(from, lastChangeSince(from, now)) };
}

/** As the shop's clock showed it: "2026-03-29 14:05". */
export function localTime(epochMs: number, shop: DayRule): string {
  const now = zoned(epochMs, shop);
  return `${now.toPlainDate().toString()} ${twoDigits(now.hour)}:${twoDigits(now.minute)}`;
}

/** The last day asked about, for each rule: sales come one after another in the same day. */
const latestDay = new Map<string, DayBounds & { day: string }>();

const keyOf = (shop: DayRule): string => `${shop.timeZone} ${shop.dayStartsAt}`;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const offsetMs = (moment: Temporal.ZonedDateTime): number => moment.offsetNanoseconds / 1_000_000;

function zoned(epochMs: number, shop: DayRule): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(shop.timeZone);
}

function startOf(date: Temporal.PlainDate, shop: DayRule): number {
  const wall = date.toPlainDateTime(shop.dayStartsAt);
  const start = wall.toZonedDateTime(shop.timeZone, { disambiguation: 'earlier' });
  if (start.toPlainDateTime().equals(wall)) return start.epochMilliseconds;
  const jump = start.getTimeZoneTransition('next');
  if (!jump) throw new RangeError(`${shop.timeZone} skips ${wall.toString()} without a change of its clocks`);
  return jump.epochMilliseconds;
}

/** When the clock last changed, if that was after `from`; `from` otherwise. */
function lastChangeSince(from: number, now: Temporal.ZonedDateTime): number {
  const begin = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(now.timeZoneId);
  if (begin.offsetNanoseconds === now.offsetNanoseconds) return from;
  return now.add({ milliseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ?? from;
}
