import type { CatalogueProgress } from '../../shared/contract/catalogue.ts';
import type { Clock } from '../ports.ts';

const LEAST_GAP_MS = 200;

export interface ProgressReport {
  step(done: number, total: number | null): void;
}

/** Runs `work` and tells the screens how far it is: at its start, at most five times a second, and always at its end. */
export async function withProgress<T>(
  clock: Clock,
  tell: (progress: CatalogueProgress) => void,
  work: (report: ProgressReport) => Promise<T>,
): Promise<T> {
  let latest: CatalogueProgress = { running: true, done: 0, total: null };
  let toldAt = clock.monotonic();
  tell(latest);
  try {
    return await work({
      step(done, total) {
        latest = { running: true, done, total };
        if (clock.monotonic() - toldAt < LEAST_GAP_MS) return;
        toldAt = clock.monotonic();
        tell(latest);
      },
    });
  } finally {
    tell({ ...latest, running: false });
  }
}
