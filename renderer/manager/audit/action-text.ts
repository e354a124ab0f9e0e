import type { TFunction } from 'i18next';
import { DECISIONS } from '../../../shared/order-state.ts';
import { ORDER_ACTIONS } from '../../i18n/order-shape.ts';

/** What the till records beside what becomes of orders, with _ for the dot. */
const ACTIONS = [
  'setup_completed',
  'settings_saved',
  'sale_charged',
  'session_signed_in',
  'session_signed_out',
  'session_wrong_pin',
  'staff_added',
  'staff_changed',
  'staff_removed',
  'staff_pin_reset',
  'catalogue_synced',
  'catalogue_imported',
  'catalogue_saved',
  'update_agreed',
  'update_declined',
  'update_installing',
  'backup_created',
  'backup_restored',
  'till_closed',
  'sale_incomplete',
] as const;

/** What an entry of the audit says was done; an action of a newer till is shown by its name. */
export function actionText(
  t: TFunction<['manager', 'orders', 'common']>,
  action: string,
  details: string,
): string {
  const name = action.replaceAll('.', '_');
  const own = ACTIONS.find(known => known === name);
  if (own) return t(`action.${own}`);
  const ofOrder = ORDER_ACTIONS.find(known => known === name);
  if (!ofOrder) return action;
  const decision = DECISIONS.find(known => details.includes(`decision: ${known}`));
  return t(`orders:action.${ofOrder}`, { decision: decision ? t(`orders:decision.${decision}`) : '' });
}
