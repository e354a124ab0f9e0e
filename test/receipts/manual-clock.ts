import type { Clock } from '../../electron/ports.ts';

/** Time that passes only when a test says so. */
export function createManualClock(start = Date.parse('2026-03-29T09:00:00.000Z')) {
  let elapsed = 0;
  let waiting: { at: number; task: () => void }[] = [];
  const clock: Clock = {
    now: () => start + elapsed,
    monotonic: () => elapsed,
    after(ms, task) {
      const entry = { at: elapsed + ms, task };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter(other => other !== entry);
      };
    },
  };
  /** Lets `ms` pass, and everything that was due in them happen. */
  async function pass(ms: number): Promise<void> {
    const until = elapsed + ms;
    for (;;) {
      await settled();
      const [next] = waiting.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (!next) break;
      waiting = waiting.filter(other => other !== next);
      elapsed = Math.max(elapsed, next.at);
      next.task();
    }
    elapsed = until;
    await settled();
  }
  return { clock, pass };
}

/** Everything that is already decided has happened. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise(resolve => setImmediate(resolve));
}
