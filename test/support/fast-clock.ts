import type { Clock } from '../../electron/ports.ts';

export interface FastClock extends Clock {
  /** Sets the wall clock, as a person would; waits under way are not touched. */
  set(now: number): void;
}

/** Real time, passing `speed` times as fast: minutes of patience are over in moments. */
export function fastClock(speed: number): FastClock {
  const realStart = performance.now();
  let start = Date.now();
  const passed = (): number => (performance.now() - realStart) * speed;
  return {
    now: () => Math.floor(start + passed()),
    monotonic: passed,
    after(ms, task) {
      const timer = setTimeout(task, ms / speed);
      return () => clearTimeout(timer);
    },
    set(now) {
      start = now - passed();
    },
  };
}
