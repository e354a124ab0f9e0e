import type { Clock } from '../../electron/ports.ts';

/** Real time, passing `speed` times as fast: minutes of patience are over in moments. */
export function fastClock(speed: number): Clock {
  const realStart = performance.now();
  const start = Date.now();
  const passed = (): number => (performance.now() - realStart) * speed;
  return {
    now: () => Math.floor(start + passed()),
    monotonic: passed,
    after(ms, task) {
      const timer = setTimeout(task, ms / speed);
      return () => clearTimeout(timer);
    },
  };
}
