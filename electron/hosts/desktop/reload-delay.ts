const FIRST_MS = 250;
const LONGEST_MS = 30_000;
const CALM_MS = 60_000;

/**
 * How long to wait before a crashed page is loaded again: at once the first time, then ever longer, because a page that
 * crashes as it loads would keep the machine busy. `crashes`: when it crashed, the latest last, in milliseconds.
 */
export function reloadDelay(crashes: readonly number[]): number {
  const latest = crashes.at(-1) ?? 0;
  const recent = crashes.filter(at => latest - at < CALM_MS).length;
  return recent <= 1 ? 0 : Math.min(FIRST_MS * 2 ** (recent - 2), LONGEST_MS);
}
