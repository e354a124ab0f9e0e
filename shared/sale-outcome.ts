import type { Order } from './contract/orders.ts';
import type { Connection } from './contract/terminal.ts';
import { isFinal } from './order-state.ts';

/** What the customer is still owed or has: an order that another one replaced is neither. */
export const current = (orders: readonly Order[]): Order[] =>
  orders.filter(order => order.replacedBy === undefined);

export const isDelivered = (order: Order): boolean => order.state === 'completed';

export const isOpen = (order: Order): boolean => !isFinal(order.state);

/** Whether the partner can be asked now, as far as the till knows: it may ask for a pause. */
export const isReachable = ({ state }: Pick<Connection, 'state'>): boolean =>
  state === 'online' || state === 'unknown';

/** Where the whole sale stands, in the one word that the cashier needs first. */
export type Outcome = 'delivered' | 'partly' | 'delivering' | 'later' | 'decide' | 'give_back' | 'ended';

/**
 * `isReachable`: whether the partner can be asked now. What a person has to do comes before what the till does by
 * itself, and money that is owed before everything.
 */
export function outcomeOf(orders: readonly Order[], isReachable: boolean): Outcome {
  const mine = current(orders);
  if (mine.some(order => order.next === 'refund_customer')) return 'give_back';
  if (mine.some(order => order.next === 'decide')) return 'decide';
  if (mine.some(isOpen)) {
    return isReachable && mine.some(order => isOpen(order) && !isWaiting(order)) ? 'delivering' : 'later';
  }
  const delivered = mine.filter(isDelivered).length;
  if (delivered === 0) return 'ended';
  return delivered === mine.length ? 'delivered' : 'partly';
}

/** What may take hours, first what a person has to see to. */
const LONG_WAITS = ['token_rejected', 'insufficient_balance', 'balance_unavailable', 'partner_down'] as const;
export type LongWait = (typeof LONG_WAITS)[number];

/** What these orders wait for, where it will not happen in the next seconds. */
export const longWaitOf = (orders: readonly Order[]): LongWait | undefined =>
  LONG_WAITS.find(wait => orders.some(order => isOpen(order) && order.reason === wait));

const isWaiting = (order: Order): boolean => longWaitOf([order]) !== undefined;
