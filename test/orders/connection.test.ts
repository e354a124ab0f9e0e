import { expect, test } from 'vitest';
import { createConnection } from '../../electron/orders/connection.ts';
import { FakeClock } from '../support/fake-clock.ts';

function aConnection() {
  const clock = new FakeClock();
  const world = { probes: 0, answer: { kind: 'unsent', cause: 'refused' } as Parameters<typeof observe>[0] };
  const connection = createConnection({
    clock,
    random: { bytes: length => new Uint8Array(length), fraction: () => 0.5 },
    async probe() {
      world.probes++;
      connection.observe(world.answer);
    },
  });
  const { observe } = connection;
  connection.start();
  return { clock, world, connection };
}

const ANSWER = { kind: 'ok' } as const;

test('a machine that wakes asks a partner who was out of reach at once, whenever the next try was due', async () => {
  const { clock, world, connection } = aConnection();
  await clock.pass(600_000);
  expect(connection.isOpen()).toBe(false);
  world.answer = { ...ANSWER, value: undefined } as typeof world.answer;
  const before = world.probes;
  connection.look();
  await clock.pass(0);
  expect(world.probes).toBe(before + 1);
  expect(connection.isOpen()).toBe(true);
});

test('it asks a partner who answered before, too: the way may be another', async () => {
  const { clock, world, connection } = aConnection();
  world.answer = { ...ANSWER, value: undefined } as typeof world.answer;
  await clock.pass(600_000);
  const before = world.probes;
  connection.look();
  await clock.pass(0);
  expect(world.probes).toBe(before + 1);
});

test('a wait that the partner asked for is kept', async () => {
  const { clock, world, connection } = aConnection();
  world.answer = { kind: 'rate_limited', retryAfterMs: 500_000 } as typeof world.answer;
  connection.observe(world.answer);
  const before = world.probes;
  connection.look();
  await clock.pass(1_000);
  expect(world.probes).toBe(before);
  expect(connection.isOpen()).toBe(false);
});
