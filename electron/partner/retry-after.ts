/** Longer than this the till would rather ask again by itself. */
const LONGEST_MS = 15 * 60_000;

/**
 * `Retry-After` in milliseconds, as seconds or as an HTTP date. A date is read against the answer's own `Date`:
 * this machine's clock may be wrong, and only the difference matters.
 */
export function retryAfterMs(headers: Record<string, string>): number | undefined {
  const text = headers['retry-after']?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(text)) return capped(Number(text) * 1000);
  if (!text.endsWith(' GMT')) return undefined;
  return capped(Date.parse(text) - Date.parse(headers.date ?? ''));
}

function capped(ms: number): number | undefined {
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(Math.ceil(ms), 0), LONGEST_MS);
}
