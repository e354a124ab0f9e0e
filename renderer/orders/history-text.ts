import type { TFunction } from 'i18next';
import { DECISIONS, ORDER_REASONS } from '../../shared/order-state.ts';
import { orders } from '../i18n/en/orders.ts';
import type { OrderFile } from './order-store.ts';

type HistoryEntry = OrderFile['history'][number];

/** What an entry of an order's history says, in plain words; an action of a newer till is shown by its name. */
export function historyText(
  t: TFunction<'orders'>,
  { action, text }: HistoryEntry,
): { title: string; note?: string } {
  const name = action.replaceAll('.', '_');
  if (!isKnown(name)) return { title: action, note: text };
  const decision = oneOf(DECISIONS, valueIn(text, 'decision'));
  const reason = oneOf(ORDER_REASONS, valueIn(text, 'reason'));
  const title = t(`action.${name}`, { decision: decision ? t(`decision.${decision}`) : '' });
  return reason ? { title, note: t(`reason.${reason}.what`) } : { title };
}

const isKnown = (name: string): name is keyof typeof orders.action => Object.hasOwn(orders.action, name);

/** From "from: sending, reason: no_answer". */
function valueIn(text: string, name: string): string | undefined {
  return new RegExp(`(?:^|, )${name}: (\\w+)`).exec(text)?.[1];
}

function oneOf<T extends string>(known: readonly T[], word: string | undefined): T | undefined {
  return known.find(entry => entry === word);
}
