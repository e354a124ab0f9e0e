import PQueue from 'p-queue';
import type { Clock, RequestPriority } from '../ports.ts';

export interface Pace {
  /** Requests under way at the same time. */
  atOnce: number;
  /** Requests begun in any `windowMs`. */
  perWindow: number;
  windowMs: number;
  /** How long a request waits for its turn. */
  longestWaitMs: number;
}

export interface RequestLimiter {
  /** Runs `task` in its turn; `undefined` where the turn did not come in time, and then `task` never runs. */
  take<T>(priority: RequestPriority, task: () => Promise<T>): Promise<T | undefined>;
  /** Nothing that still waits will run. */
  close(): void;
}

const RANK: Record<RequestPriority, number> = { order: 2, person: 1, background: 0 };

/**
 * Who may ask the partner next: orders first. The pace is kept on the monotonic clock, because a till whose wall
 * clock is put back by an hour must not stand still for an hour.
 */
export function createRequestLimiter(clock: Clock, pace: Pace): RequestLimiter {
  const queue = new PQueue({ concurrency: pace.atOnce });
  const waiting = new Set<AbortController>();
  const starts: number[] = [];
  let isClosed = false;

  function holdUntilWindowMoves(): void {
    const oldest = starts[starts.length - pace.perWindow];
    const left = oldest === undefined ? 0 : oldest + pace.windowMs - clock.monotonic();
    if (left > 0) {
      queue.pause();
      clock.after(Math.ceil(left), holdUntilWindowMoves);
    } else if (!isClosed) queue.start();
  }

  function noteStart(): void {
    starts.push(clock.monotonic());
    if (starts.length > pace.perWindow) starts.shift();
    holdUntilWindowMoves();
  }

  return {
    async take(priority, task) {
      if (isClosed) return undefined;
      const turn = new AbortController();
      waiting.add(turn);
      const stopWaiting = clock.after(pace.longestWaitMs, () => turn.abort());
      const leave = () => {
        stopWaiting();
        waiting.delete(turn);
      };
      try {
        return await queue.add(
          () => {
            leave();
            noteStart();
            return task();
          },
          { priority: RANK[priority], signal: turn.signal },
        );
      } catch (reason) {
        if (!turn.signal.aborted) throw reason;
        return undefined;
      } finally {
        leave();
      }
    },

    close() {
      isClosed = true;
      queue.pause();
      for (const turn of waiting) turn.abort();
    },
  };
}
