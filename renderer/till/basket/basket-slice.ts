import type { CallError } from '../../bridge.ts';
import { type Choice, doubtOf, playerToSell } from '../offer/choice.ts';
import type { SliceTools } from '../state.ts';
import {
  type Basket,
  type BasketLine,
  lineId,
  withLine,
  withoutLine,
  withoutRefusals,
  withQuantity,
} from './basket.ts';

/** The last thing that happened to the basket, for those who hear it. */
export interface BasketNews {
  kind: 'added' | 'removed' | 'cleared' | 'restored';
  /** What was added or removed. */
  name?: string;
}

export interface BasketSlice {
  lines: Basket;
  /** The basket as it was before the last line, or all of them, went. Null once there is nothing to undo. */
  before: Basket | null;
  news: BasketNews | null;
  /** Answers why it cannot be added, or null. */
  addToBasket: (choice: Choice) => CallError | null;
  setLineQuantity: (id: string, quantity: number) => void;
  removeLine: (id: string) => void;
  clearBasket: () => void;
  undo: () => void;
}

/** Nothing changes while a payment is under way: what the customer pays for is what was sent. */
export function basketSlice({ get, set }: SliceTools): BasketSlice {
  const isFrozen = () => get().attempt !== null;
  const put = (lines: Basket, before: Basket | null, news: BasketNews) => {
    set({
      lines,
      before,
      news,
      begunBy: lines.length === 0 ? null : (get().begunBy ?? get().seller),
      ...(lines.length === 0 && get().step === 'payment' ? { step: 'browse' } : {}),
    });
  };

  return {
    lines: [],
    before: null,
    news: null,
    addToBasket(choice) {
      if (isFrozen()) return null;
      const added = withLine(withoutRefusals(get().lines), lineFrom(choice));
      if (!added.ok) {
        const message = `A sale may have at most ${added.most} of these.`;
        return { code: 'too_many_items', message, details: { most: added.most } };
      }
      put(added.lines, null, { kind: 'added', name: choice.offer.offerName });
      return null;
    },
    setLineQuantity(id, quantity) {
      if (!isFrozen()) set({ lines: withQuantity(get().lines, id, quantity), before: null });
    },
    removeLine(id) {
      const { lines } = get();
      const line = lines.find(each => each.id === id);
      if (line && !isFrozen())
        put(withoutLine(lines, id), lines, { kind: 'removed', name: line.offer.offerName });
    },
    clearBasket() {
      if (!isFrozen()) put([], get().lines, { kind: 'cleared' });
    },
    undo() {
      const { before } = get();
      if (before && !isFrozen()) put(before, null, { kind: 'restored' });
    },
  };
}

function lineFrom(choice: Choice): BasketLine {
  const { offer, quantity } = choice;
  const player = playerToSell(choice);
  const doubt = doubtOf(choice);
  return {
    id: lineId(offer.offerId, player),
    offer,
    quantity,
    price: offer.price ?? '0',
    ...(player ? { player } : {}),
    ...(doubt ? { doubt } : {}),
  };
}
