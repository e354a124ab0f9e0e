import { expect, test } from 'vitest';
import { comingTill } from '../../electron/hosts/coming-till.ts';
import type { WindowTill } from '../../electron/hosts/till.ts';
import type { TillEvent } from '../../shared/events.ts';

const LOCKED: TillEvent = { name: 'session.changed', payload: { staff: null } };

function anOpenTill() {
  const listeners = new Set<(event: TillEvent) => void>();
  const till: WindowTill = {
    wake() {},
    hasSaleOnScreen: () => true,
    call: async (method, input) => ({ ok: true, value: [method, input] }),
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const tell = () => {
    for (const listener of listeners) listener(LOCKED);
  };
  return { till, tell, listeners };
}

test('a call that comes before the till is open is answered by it when it is', async () => {
  const opening = Promise.withResolvers<WindowTill>();
  const answer = comingTill(opening.promise).call('terminal.status', { a: 1 });
  opening.resolve(anOpenTill().till);
  expect(await answer).toEqual({ ok: true, value: ['terminal.status', { a: 1 }] });
});

test('whoever listened before the till was open hears its first word, and nothing once they stopped', async () => {
  const { till, tell, listeners } = anOpenTill();
  const opening = Promise.withResolvers<WindowTill>();
  const coming = comingTill(opening.promise);
  const heard: string[] = [];
  const stop = coming.on(event => heard.push(event.name));
  const stopEarly = coming.on(() => heard.push('stopped before it was open'));
  stopEarly();
  opening.resolve(till);
  await opening.promise;
  tell();
  expect(heard).toEqual(['session.changed']);
  stop();
  expect(listeners.size).toBe(0);
});

test('a till that cannot be opened answers that it cannot be reached', async () => {
  const coming = comingTill(Promise.reject(new Error('the disk is full')));
  coming.on(() => {});
  const error = { code: 'till_unreachable', message: 'The till could not be opened.' };
  expect(await coming.call('terminal.status', {})).toEqual({ ok: false, error });
});

test('a till that is not open yet has no sale on the screen', async () => {
  const opening = Promise.withResolvers<WindowTill>();
  const coming = comingTill(opening.promise);
  expect(coming.hasSaleOnScreen()).toBe(false);
  opening.resolve(anOpenTill().till);
  await opening.promise;
  expect(coming.hasSaleOnScreen()).toBe(true);
});
