import { expect, test } from 'vitest';
import { watchMachine } from '../../electron/adapters/machine-watch.ts';
import { FakeClock } from '../support/fake-clock.ts';

const MINUTE = 60_000;

function aMachine() {
  const clock = new FakeClock();
  const machine = { addresses: '192.168.1.20', changes: 0, clock, stop: () => {} };
  machine.stop = watchMachine({
    clock,
    addresses: () => machine.addresses,
    changed: () => void machine.changes++,
  });
  return machine;
}

test('an hour in which nothing happens is told to nobody', async () => {
  const machine = aMachine();
  await machine.clock.pass(60 * MINUTE);
  expect(machine.changes).toBe(0);
});

test('a sleep that the monotonic clock did not see is noticed by the wall clock, once', async () => {
  const machine = aMachine();
  machine.clock.set(machine.clock.now() + 480 * MINUTE);
  await machine.clock.pass(10 * MINUTE);
  expect(machine.changes).toBe(1);
});

test('a clock that was set back is noticed, too', async () => {
  const machine = aMachine();
  machine.clock.set(machine.clock.now() - MINUTE);
  await machine.clock.pass(MINUTE);
  expect(machine.changes).toBe(1);
});

test('another network, and no network, are noticed', async () => {
  const machine = aMachine();
  machine.addresses = '';
  await machine.clock.pass(MINUTE);
  machine.addresses = '10.0.0.7';
  await machine.clock.pass(MINUTE);
  expect(machine.changes).toBe(2);
});

test('nothing is looked at any more once it has ended', async () => {
  const machine = aMachine();
  machine.stop();
  machine.addresses = '';
  await machine.clock.pass(MINUTE);
  expect(machine.changes).toBe(0);
});
