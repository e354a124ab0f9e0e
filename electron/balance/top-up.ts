import type { Balance } from '../../shared/contract/balance.ts';
import { compare } from '../../shared/money.ts';

/** Whether there is more to spend than there was: what orders that lack money wait for. */
export function isTopUp(before: Balance | undefined, after: Balance): boolean {
  if (!before) return true;
  return compare(after.balance, before.balance) > 0 || (after.postpaid && !before.postpaid);
}
