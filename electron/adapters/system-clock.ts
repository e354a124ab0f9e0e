import type { Clock } from '../ports.ts';

/** The longest wait one Node timer can hold; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** The time of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(ms, task) {
    // A timer of no time waits for a millisecond; this, only for what has come in by now.
    if (ms === 0) {
      const turn = setImmediate(task);
      return () => clearImmediate(turn);
    }
    let timer: NodeJS.Timeout;
    const wait = (left: number): void => {
      const step = Math.min(left, LONGEST_TIMER_MS);
      timer = setTimeout(() => (left > step ? wait(left - step) : task()), step);
    };
    wait(ms);
    return () => clearTimeout(timer);
  },
};
