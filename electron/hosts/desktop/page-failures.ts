const FIRST_MS = 250;
const REST_MS = 30_000;
const CALM_MS = 60_000;
/** So many failures of a page within the calm time mean that loading it once more will not help. */
const MOST_FAILURES = 6;

export interface NextPage {
  /** The till's own page, or the one that says that it keeps failing and waits for a person. */
  page: 'till' | 'stopped';
  afterMs: number;
}

/**
 * What follows when a page has failed: the till again, at once the first time, then ever later, because a page that fails as
 * it loads keeps the machine busy; then the page that says so. `failures`: when, the latest last, in milliseconds.
 */
export function afterFailure(failures: readonly number[]): NextPage {
  const latest = failures.at(-1) ?? 0;
  const recent = failures.filter(at => latest - at < CALM_MS).length;
  if (recent < MOST_FAILURES)
    return { page: 'till', afterMs: recent <= 1 ? 0 : FIRST_MS * 2 ** (recent - 2) };
  return { page: 'stopped', afterMs: recent === MOST_FAILURES ? 0 : REST_MS };
}
