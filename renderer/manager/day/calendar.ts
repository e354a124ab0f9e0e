const DAY_MS = 24 * 60 * 60 * 1000;

/** "2026-03-29" and one day on: calendar days, whatever the clocks do in between. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
