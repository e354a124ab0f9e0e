import { describe, expect, test, vi } from 'vitest';
import { createTerminalStore } from '../../renderer/terminal-store.ts';
import { FakeTill, ok, refused } from '../support/fake-till.ts';
import { aBalance, aida, aStatus } from '../support/fixtures.ts';

function signedIn() {
  return new FakeTill()
    .answer('terminal.status', () => ok(aStatus()))
    .answer('balance.get', () => ok(aBalance()));
}

describe('what the terminal is doing', () => {
  test('is asked for at once, with the balance where someone is signed in', async () => {
    const store = createTerminalStore(signedIn());
    await vi.waitFor(() => expect(store.getState().balance).toEqual(aBalance()));
    expect(store.getState().status).toEqual(aStatus());
  });

  test('while nobody is signed in, the balance is not asked for', async () => {
    const till = new FakeTill().answer('terminal.status', () => ok(aStatus({ session: null })));
    const store = createTerminalStore(till);
    await vi.waitFor(() => expect(store.getState().status).not.toBeNull());
    expect(till.inputsOf('balance.get')).toEqual([]);
  });

  test('events change what is shown without asking again', async () => {
    const till = signedIn();
    const store = createTerminalStore(till);
    await vi.waitFor(() => expect(store.getState().balance).not.toBeNull());

    const queue = { waiting: 2, held: 1, toRefund: 0, amount: '24000.00' };
    till.emit({ name: 'orders.changed', payload: { orders: [], queue } });
    till.emit({
      name: 'connection.changed',
      payload: { state: 'offline', since: '2026-03-29T09:00:00.000Z' },
    });
    till.emit({ name: 'balance.changed', payload: aBalance({ low: true }) });
    expect(store.getState().status).toMatchObject({ queue, connection: { state: 'offline' } });
    expect(store.getState().balance?.low).toBe(true);
    expect(till.inputsOf('terminal.status')).toHaveLength(1);
  });

  test('after events may have been missed, everything is asked for again', async () => {
    const till = signedIn();
    const store = createTerminalStore(till);
    await vi.waitFor(() => expect(store.getState().balance).not.toBeNull());
    till.answer('terminal.status', () => ok(aStatus({ session: { staff: aida } })));
    till.emit({ name: 'resync' });
    await vi.waitFor(() => expect(store.getState().status?.session?.staff).toEqual(aida));
  });

  test('a till gone silent is said until it is heard again, and what it last said is kept', async () => {
    const till = signedIn();
    const store = createTerminalStore(till);
    await vi.waitFor(() => expect(store.getState().status).not.toBeNull());
    till.emit({ name: 'lost' });
    expect(store.getState()).toMatchObject({ isLost: true, status: aStatus(), error: null });
    till.emit({ name: 'resync' });
    expect(store.getState().isLost).toBe(false);
  });

  test('a slow old answer does not replace a newer one', async () => {
    const slow = Promise.withResolvers<void>();
    const till = signedIn().answer('terminal.status', async () => {
      await slow.promise;
      return ok(aStatus({ session: null }));
    });
    const store = createTerminalStore(till);
    till.answer('terminal.status', () => ok(aStatus()));
    await store.getState().refresh();
    slow.resolve();
    await slow.promise;
    await Promise.resolve();
    expect(store.getState().status?.session).not.toBeNull();
  });

  test('nobody sees the balance after the till was locked', async () => {
    const till = signedIn();
    const store = createTerminalStore(till);
    await vi.waitFor(() => expect(store.getState().balance).not.toBeNull());
    till.answer('terminal.status', () => ok(aStatus({ session: null })));
    till.emit({ name: 'session.changed', payload: { staff: null } });
    expect(store.getState().balance).toBeNull();
  });

  test('a till that does not answer is said, and forgotten when it answers again', async () => {
    const till = new FakeTill().answer('terminal.status', () => refused('till_unreachable'));
    const store = createTerminalStore(till);
    await vi.waitFor(() => expect(store.getState().error?.code).toBe('till_unreachable'));
    till.answer('terminal.status', () => ok(aStatus({ session: null })));
    await store.getState().refresh();
    expect(store.getState().error).toBeNull();
  });
});
