import { expect, test } from 'vitest';
import { createRequestLimiter } from '../../electron/partner/request-limiter.ts';
import type { Clock } from '../../electron/ports.ts';

/** A clock that moves only when told; its wall time can jump on its own. */
function handClock() {
  const due: { at: number; task: () => void }[] = [];
  let monotonic = 0;
  let wall = 1_700_000_000_000;
  const clock: Clock = {
    now: () => wall,
    monotonic: () => monotonic,
    after(ms, task) {
      const entry = { at: monotonic + ms, task };
      due.push(entry);
      return () => {
        const place = due.indexOf(entry);
        if (place >= 0) due.splice(place, 1);
      };
    },
  };
  async function pass(ms: number) {
    const end = monotonic + ms;
    for (;;) {
      await new Promise(setImmediate);
      due.sort((a, b) => a.at - b.at);
      const next = due[0];
      if (!next || next.at > end) break;
      due.shift();
      monotonic = next.at;
      next.task();
    }
    monotonic = end;
  }
  return { clock, pass, jump: (ms: number) => (wall += ms) };
}

const pace = { atOnce: 6, perWindow: 20, windowMs: 1_000, longestWaitMs: 30_000 };

test('no second holds more than 20 starts, wherever it begins', async () => {
  const { clock, pass } = handClock();
  const limiter = createRequestLimiter(clock, pace);
  const starts: number[] = [];
  const start = async () => void starts.push(clock.monotonic());
  for (let i = 0; i < 15; i++) void limiter.take('person', start);
  await pass(900);
  for (let i = 0; i < 50; i++) void limiter.take('person', start);
  await pass(5_000);
  expect(starts).toHaveLength(65);
  for (const [i, at] of starts.entries()) {
    const later = starts[i + pace.perWindow];
    if (later !== undefined) expect(later - at).toBeGreaterThanOrEqual(1_000);
  }
});

test('a wall clock put back by an hour stops nothing', async () => {
  const { clock, pass, jump } = handClock();
  const limiter = createRequestLimiter(clock, pace);
  let done = 0;
  for (let i = 0; i < 40; i++) void limiter.take('order', async () => void done++);
  await pass(10);
  jump(-3_600_000);
  await pass(1_100);
  expect(done).toBe(40);
});

test('while the pace holds everything back, an order still overtakes what waited before it', async () => {
  const { clock, pass } = handClock();
  const limiter = createRequestLimiter(clock, { ...pace, perWindow: 1 });
  const ran: string[] = [];
  const run = (name: string) => async () => void ran.push(name);
  void limiter.take('background', run('first'));
  void limiter.take('background', run('background'));
  void limiter.take('person', run('person'));
  void limiter.take('order', run('order'));
  await pass(5_000);
  expect(ran).toEqual(['first', 'order', 'person', 'background']);
});

test('a turn that does not come in time never runs, and costs the others nothing', async () => {
  const { clock, pass } = handClock();
  const limiter = createRequestLimiter(clock, { ...pace, atOnce: 1, longestWaitMs: 100 });
  const ran: string[] = [];
  let finish = () => {};
  const blocked = limiter.take('order', () => new Promise<void>(resolve => (finish = resolve)));
  const late = limiter.take('order', async () => void ran.push('late'));
  await pass(200);
  expect(await late).toBeUndefined();
  finish();
  await blocked;
  await limiter.take('order', async () => void ran.push('next'));
  expect(ran).toEqual(['next']);
});
