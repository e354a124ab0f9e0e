import type { Clock } from '../ports.ts';

export interface Timers {
  after(ms: number, task: () => void): () => void;
  /** Never resolves when the timers are canceled first. */
  wait(ms: number): Promise<void>;
  cancelAll(): void;
}

/** What the sandbox waits for, so that stopping it leaves nothing behind. */
export function createTimers(clock: Clock): Timers {
  const waiting = new Set<() => void>();

  const after = (ms: number, task: () => void): (() => void) => {
    const stop = clock.after(ms, () => {
      waiting.delete(cancel);
      task();
    });
    const cancel = (): void => {
      waiting.delete(cancel);
      stop();
    };
    waiting.add(cancel);
    return cancel;
  };

  return {
    after,
    wait: ms => new Promise(resolve => after(ms, resolve)),
    cancelAll() {
      for (const cancel of waiting) cancel();
    },
  };
}
