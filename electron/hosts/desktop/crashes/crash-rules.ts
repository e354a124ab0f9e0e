const FIRST_MS = 1_000;
const CALM_MS = 10 * 60_000;
/** So many ends with an error within the calm time mean that one more start will not help. */
const MOST_CRASHES = 6;

/** How the till is opened after the program ended with an error: by itself when it has rested, or when a person asks for it. */
export type Opening = { by: 'itself'; afterMs: number } | { by: 'person' };

/**
 * At once the first time, then ever later, because a till that fails as it opens keeps the machine busy; then only when
 * somebody has read what to do. `crashes`: when, by the wall clock, which may have been set back since.
 */
export function openingAfter(crashes: readonly number[], now: number): Opening {
  const recent = crashes.filter(at => Math.abs(now - at) < CALM_MS).length;
  if (recent >= MOST_CRASHES) return { by: 'person' };
  return { by: 'itself', afterMs: recent <= 1 ? 0 : FIRST_MS * 2 ** (recent - 2) };
}
