import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { painted } from '../../../electron/hosts/desktop/painted.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const waitingFor = (window: EventEmitter, clock: FakeClock) => {
  const seen = { isPainted: false };
  void painted(window, clock).then(() => {
    seen.isPainted = true;
  });
  return seen;
};

test('a window is painted when it says so', async () => {
  const [window, clock] = [new EventEmitter(), new FakeClock()];
  const seen = waitingFor(window, clock);
  await clock.pass(4_900);
  expect(seen.isPainted).toBe(false);
  window.emit('ready-to-show');
  await clock.pass(0);
  expect(seen.isPainted).toBe(true);
});

test('a window that is never painted keeps the till closed for five seconds only', async () => {
  const clock = new FakeClock();
  const seen = waitingFor(new EventEmitter(), clock);
  await clock.pass(5_000);
  expect(seen.isPainted).toBe(true);
});
