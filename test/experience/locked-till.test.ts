import { afterEach, expect, it } from 'vitest';
import { isCompleted, openTestTill, TEST_OFFER, type TestTill } from '../support/test-till.ts';

let till: TestTill;
afterEach(() => till?.stop());

it('a till that nobody is signed in to finishes its orders and tells no screen of them or of the balance', async () => {
  till = await openTestTill();
  const { call, sell, signIn, until, sandbox, events } = till;
  sandbox.faults.add({ kind: 'latency', ms: 400 });
  const { orders } = await sell(TEST_OFFER);
  await call('session.signOut', {});
  const locked = events.length;
  const queueOf = async () => (await call('terminal.status', {})).queue;
  while ((await queueOf()).waiting > 0) await new Promise(resolve => setTimeout(resolve, 10));
  const said = events.slice(locked);
  expect(said.filter(({ name }) => name === 'balance.changed')).toEqual([]);
  const told = said.flatMap(event => (event.name === 'orders.changed' ? [event.payload] : []));
  expect(told.flatMap(payload => payload.orders)).toEqual([]);
  expect(told.at(-1)?.queue).toMatchObject({ waiting: 0 });

  await signIn();
  expect(events.at(-1)?.name).toBe('session.changed');
  await until(orders[0]?.id ?? '', isCompleted);
  const signedIn = events.length;
  await until((await sell(TEST_OFFER)).orders[0]?.id ?? '', isCompleted);
  expect(events.slice(signedIn).map(({ name }) => name)).toContain('orders.changed');
});
