import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../electron/ports.ts';

/** A clock that stands still until the test moves it. */
export class FakeClock implements Clock {
  #now: number;
  #monotonic = 0;
  #waiting: { at: number; task: () => void }[] = [];

  constructor(now = Date.parse('2026-03-29T09:00:00Z')) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  monotonic(): number {
    return this.#monotonic;
  }

  after(ms: number, task: () => void): () => void {
    const entry = { at: this.#monotonic + ms, task };
    this.#waiting.push(entry);
    return () => {
      this.#waiting = this.#waiting.filter(waiting => waiting !== entry);
    };
  }

  /** Someone sets the wall clock; the monotonic one goes on as before. */
  set(now: number): void {
    this.#now = now;
  }

  /** Whatever came due runs in its order, and what it set off gets its turn. */
  async pass(ms: number): Promise<void> {
    const end = this.#monotonic + ms;
    for (;;) {
      await nextTurn();
      const [next] = this.#waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#waiting = this.#waiting.filter(waiting => waiting !== next);
      this.#moveTo(next.at);
      next.task();
    }
    this.#moveTo(end);
  }

  #moveTo(monotonic: number): void {
    this.#now += monotonic - this.#monotonic;
    this.#monotonic = monotonic;
  }
}

/** A clock for what is only about the outcome: every wait is over at once, and takes the time it says. */
export class EagerClock extends FakeClock {
  override after(ms: number, task: () => void): () => void {
    const cancel = super.after(ms, task);
    void this.pass(ms);
    return cancel;
  }
}
