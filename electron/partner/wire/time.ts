import { z } from 'zod';

const WIRE_TIME =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)\s?(?:Z|([+-]\d{2})(?::?(\d{2}))?)?$/;

/**
 * Both forms of the partner, "2024-05-28 10:08:04.296+00" and ISO 8601, as ISO 8601 in UTC. Without a zone it is UTC,
 * as the partner's page says. `undefined` for anything else.
 */
export function utcTime(text: string): string | undefined {
  const match = WIRE_TIME.exec(text.trim());
  if (!match) return undefined;
  const [, day, clock, hours = '+00', minutes = '00'] = match;
  const time = new Date(`${day}T${clock}${hours}:${minutes}`);
  return isDay(day) && !Number.isNaN(time.getTime()) ? time.toISOString() : undefined;
}

/** JavaScript reads 30 February as 1 March. */
function isDay(day = ''): boolean {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}

export const time = z.string().transform((text, context): string => {
  const utc = utcTime(text);
  if (utc !== undefined) return utc;
  context.addIssue({ code: 'custom', message: 'not a time' });
  return z.NEVER;
});

/** For answers that matter more than their time. */
export const optionalTime = z
  .unknown()
  .optional()
  .transform(value => (typeof value === 'string' ? utcTime(value) : undefined));
