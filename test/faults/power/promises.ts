import { join } from 'node:path';
import type { DiskEvent } from '../disk-record.ts';
import type { Found } from './found.ts';
import { MARKS, type Mark, PAPER } from './plot.ts';

/** What the till has let the world see up to a moment, and must still know when the power is back. */
export interface Promises {
  isSetUp: boolean;
  /** The orders of each sale that was acknowledged, by its attempt. */
  charged: Map<string, string[]>;
  /** How often each order's request left. */
  requested: Map<string, number>;
  completed: Set<string>;
  /** Keys that a person has seen, by their orders. */
  shown: Map<string, string>;
  /** Keys that are on paper. */
  printed: Set<string>;
  givenBack: Set<string>;
}

export const noPromises = (): Promises => ({
  isSetUp: false,
  charged: new Map(),
  requested: new Map(),
  completed: new Set(),
  shown: new Map(),
  printed: new Set(),
  givenBack: new Set(),
});

/** Adds what this event let the world see. `keys`: every key that the partner has sold, to be found on the paper. */
export function note(promises: Promises, root: string, event: DiskEvent, keys: ReadonlySet<string>): void {
  if (event.kind !== 'written') return;
  if (event.path === join(root, MARKS)) noteMark(promises, JSON.parse(event.data.toString()));
  if (!event.path.startsWith(join(root, PAPER))) return;
  const text = event.data.toString('latin1');
  for (const key of keys) if (text.includes(key)) promises.printed.add(key);
}

function noteMark(promises: Promises, mark: Mark): void {
  if (mark.is === 'set_up') promises.isSetUp = true;
  if (mark.is === 'charged') promises.charged.set(mark.attemptId, mark.orders);
  if (mark.is === 'requested') {
    promises.requested.set(mark.orderId, (promises.requested.get(mark.orderId) ?? 0) + 1);
  }
  if (mark.is === 'completed') promises.completed.add(mark.orderId);
  if (mark.is === 'shown') promises.shown.set(mark.orderId, mark.key);
  if (mark.is === 'given_back') promises.givenBack.add(mark.orderId);
}

/** What was promised and is not so; nothing where all is well. */
export function broken(promises: Promises, found: Found): string[] {
  if (found.damage !== undefined) return [found.damage];
  const wrong: string[] = [...found.halfDone];
  if (promises.isSetUp && !found.isSetUp) wrong.push('the set-up is gone');
  for (const [attemptId, orders] of promises.charged) {
    if (!found.attempts.has(attemptId)) wrong.push(`the acknowledged sale of ${attemptId} is missing`);
    for (const id of orders) if (!found.orders.has(id)) wrong.push(`the acknowledged order ${id} is missing`);
  }
  for (const [id, times] of promises.requested) {
    const attempts = found.orders.get(id)?.attempts ?? 0;
    if (attempts < times)
      wrong.push(`order ${id} was sent ${times} times, and ${attempts} of them are known`);
  }
  for (const id of promises.completed) {
    if (found.orders.get(id)?.state !== 'completed')
      wrong.push(`order ${id} was delivered and is not known to be`);
  }
  for (const [id, key] of promises.shown) {
    if (found.keys.get(id) !== key) wrong.push(`the key of order ${id} was shown and is gone`);
  }
  const stored = new Set(found.keys.values());
  for (const key of promises.printed) if (!stored.has(key)) wrong.push('a key that is on paper is gone');
  for (const id of promises.givenBack) {
    if (!found.refunded.has(id)) wrong.push(`the money of order ${id} was given back, and that is forgotten`);
  }
  return wrong;
}
