import type { TFunction } from 'i18next';
import { DECISIONS, ORDER_REASONS } from '../../shared/order-state.ts';
import { ORDER_ACTIONS } from '../i18n/order-shape.ts';
import type { OrderFile } from './order-store.ts';

type HistoryEntry = OrderFile['history'][number];

/** What an entry of an order's history says, in plain words; an action of a newer till is shown by its name. */
export function historyText(
  t: TFunction<'orders'>,
  { action, text }: HistoryEntry,
): { title: string; note?: string } {
  const name = oneOf(ORDER_ACTIONS, action.replaceAll('.', '_'));
  if (!name) return { title: action, note: text };
  const decision = oneOf(DECISIONS, valueIn(text, 'decision'));
  const reason = oneOf(ORDER_REASONS, valueIn(text, 'reason'));
  const title = t(`action.${name}`, { decision: decision ? t(`decision.${decision}`) : '' });
  return reason ? { title, note: t(`reason.${reason}.what`) } : { title };
}

/** From "from: sending, reason: no_answer". */
function valueIn(text: string, name: string): string | undefined {
  return new RegExp(`(?:^|, )${name}: (\\w+)`).exec(text)?.[1];
}

function oneOf<T extends string>(known: readonly T[], word: string | undefined): T | undefined {
  return known.find(entry => entry === word);
}
