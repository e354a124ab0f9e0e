import type { Clock } from '../../electron/ports.ts';

export interface ManualClock extends Clock {
  /** Lets time pass, running what falls due, in order. */
  pass(ms: number): void;
}

export function manualClock(start = Date.UTC(2026, 2, 29, 10, 8, 4, 296)): ManualClock {
  let passed = 0;
  let waiting: { due: number; task: () => void }[] = [];
  return {
    now: () => start + passed,
    monotonic: () => passed,
    after(ms, task) {
      const entry = { due: passed + ms, task };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter(other => other !== entry);
      };
    },
    pass(ms) {
      const end = passed + ms;
      for (;;) {
        const next = waiting.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
        if (!next) break;
        waiting = waiting.filter(other => other !== next);
        passed = next.due;
        next.task();
      }
      passed = end;
    },
  };
}
