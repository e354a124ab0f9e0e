import type { Offer } from '../../../shared/contract/catalogue.ts';
import type { Player } from '../../../shared/contract/orders.ts';
import type { ErrorCode } from '../../../shared/errors.ts';
import type { CallError } from '../../bridge.ts';
import type { SliceTools } from '../state.ts';
import { type Check, type Choice, canAdd, canCheck, newChoice } from './choice.ts';

export interface ChoiceSlice {
  choice: Choice | null;
  chooseOffer: (offer: Offer) => void;
  setQuantity: (quantity: number) => void;
  /** A check of what was typed before no longer counts. */
  typePlayer: (typed: { playerId?: string; serverId?: string }) => void;
  /** Of a player, or of a Telegram account. */
  checkPlayer: () => Promise<void>;
  /** A manager sells to a player that the partner says it does not know. */
  overruleCheck: () => void;
  addChoice: () => void;
}

/** The partner could not be asked: the cashier is warned, not stopped. */
const COULD_NOT_ASK: readonly ErrorCode[] = [
  'partner_unreachable',
  'partner_busy',
  'partner_not_understood',
  'partner_refused',
  'token_rejected',
  'token_missing',
];

export function choiceSlice({ bridge, get, set }: SliceTools): ChoiceSlice {
  const change = (part: Partial<Choice>) => {
    const { choice } = get();
    if (choice) set({ choice: { ...choice, ...part } });
  };

  async function loadServers(offer: Offer): Promise<void> {
    const answer = await bridge.call('player.servers', { offerId: offer.offerId });
    if (get().choice?.offer === offer) change({ servers: answer.ok ? answer.value.servers : [] });
  }

  async function askPartner({ offer, playerId, serverId }: Choice): Promise<Check> {
    const typed = playerId.trim();
    if (offer.delivery === 'stars') return askTelegram(typed);
    const player: Player = { id: typed, ...(serverId.trim() === '' ? {} : { serverId: serverId.trim() }) };
    const answer = await bridge.call('player.check', {
      offerId: offer.offerId,
      playerId: player.id,
      ...(player.serverId === undefined ? {} : { serverId: player.serverId }),
    });
    if (!answer.ok) return failedCheck(player, answer.error);
    const { result, nickname } = answer.value;
    if (result === 'valid') return { status: 'valid', player: nickname ? { ...player, nickname } : player };
    return result === 'invalid'
      ? { status: 'invalid', player, isOverruled: false }
      : { status: 'unavailable', player };
  }

  async function askTelegram(typed: string): Promise<Check> {
    const answer = await bridge.call('player.telegram', { username: typed });
    if (!answer.ok) return { status: 'failed', error: answer.error };
    const { valid, username, telegramId, firstName } = answer.value;
    if (!valid) return { status: 'unknown_account', username };
    if (telegramId === undefined)
      return { status: 'must_write_to_bot', username, ...(firstName ? { name: firstName } : {}) };
    return { status: 'valid', player: { id: telegramId, nickname: firstName ?? username } };
  }

  return {
    choice: null,
    chooseOffer(offer) {
      if (offer.unsellable) return;
      set({ step: 'offer', choice: newChoice(offer) });
      if (offer.needsServer) void loadServers(offer);
    },
    setQuantity: quantity => change({ quantity, error: null }),
    typePlayer: typed => change({ ...typed, check: { status: 'none' }, error: null }),
    async checkPlayer() {
      const { choice } = get();
      if (!choice || !canCheck(choice) || choice.check.status === 'checking') return;
      const asking: Check = { status: 'checking' };
      change({ check: asking });
      const check = await askPartner(choice);
      // What was typed since then is another player.
      if (get().choice?.check === asking) change({ check });
    },
    overruleCheck() {
      const check = get().choice?.check;
      if (check?.status === 'invalid') change({ check: { ...check, isOverruled: true } });
    },
    addChoice() {
      const { choice } = get();
      if (!choice || !canAdd(choice)) return;
      const error = get().addToBasket(choice);
      if (error) change({ error });
      else set({ choice: null, step: 'browse', product: null, query: '' });
    },
  };
}

function failedCheck(player: Player, error: CallError): Check {
  return COULD_NOT_ASK.includes(error.code)
    ? { status: 'unavailable', player, error }
    : { status: 'failed', error };
}
