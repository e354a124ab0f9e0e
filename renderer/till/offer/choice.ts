import type { Offer } from '../../../shared/contract/catalogue.ts';
import type { Player } from '../../../shared/contract/orders.ts';
import type { CallError } from '../../bridge.ts';

/** What is known about the player or the Telegram account that was typed. Editing it makes this `none` again. */
export type Check =
  | { status: 'none' }
  | { status: 'checking' }
  | { status: 'valid'; player: Player }
  | { status: 'invalid'; player: Player; isOverruled: boolean }
  /** Could not be checked; the sale may go on. `error` says why, where it is known. */
  | { status: 'unavailable'; player: Player; error?: CallError }
  | { status: 'unknown_account'; username: string }
  /** The account exists, but its owner must first write to the partner's bot. */
  | { status: 'must_write_to_bot'; username: string; name?: string }
  | { status: 'failed'; error: CallError };

export interface Server {
  id: string;
  name: string;
}

/** An offer that is about to go into the sale. */
export interface Choice {
  offer: Offer;
  quantity: number;
  /** As typed: a player id, or a Telegram name or id. */
  playerId: string;
  serverId: string;
  /** Empty: the partner has no list, so the server is typed. Null while it is being asked for. */
  servers: readonly Server[] | null;
  check: Check;
  /** Why it could not be added. */
  error: CallError | null;
}

export const newChoice = (offer: Offer): Choice => ({
  offer,
  quantity: 1,
  playerId: '',
  serverId: '',
  servers: offer.needsServer ? null : [],
  check: { status: 'none' },
  error: null,
});

/** Who gets it; `undefined` where nobody does, or nobody may yet. */
export function playerToSell({ check }: Choice): Player | undefined {
  if (check.status === 'valid' || check.status === 'unavailable') return check.player;
  return check.status === 'invalid' && check.isOverruled ? check.player : undefined;
}

/** Whether everything this offer needs is there. */
export const canAdd = (choice: Choice): boolean =>
  !choice.offer.unsellable &&
  choice.offer.price !== null &&
  (choice.offer.delivery === 'key' || playerToSell(choice) !== undefined);

/** Whether there is enough to check. */
export const canCheck = ({ offer, playerId, serverId }: Choice): boolean =>
  playerId.trim() !== '' && (!offer.needsServer || serverId.trim() !== '');

/** What is put on the line for a player that the partner did not confirm. */
export function doubtOf({ check }: Choice): 'invalid' | 'unavailable' | undefined {
  return check.status === 'invalid' || check.status === 'unavailable' ? check.status : undefined;
}
