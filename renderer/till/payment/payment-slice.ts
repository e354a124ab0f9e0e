import type { StaffMember } from '../../../shared/contract/common.ts';
import type { AttemptState } from '../../../shared/contract/sales.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { isDecimal } from '../../../shared/money.ts';
import type { CallError } from '../../bridge.ts';
import {
  hasNewPrice,
  totalOf,
  withAgreedPrices,
  withoutRefusals,
  withPrice,
  withRefusal,
} from '../basket/basket.ts';
import type { SliceTools, TillState } from '../state.ts';
import { chargeAnswerOf } from './charge-answer.ts';
import { afterScan, chargeInput, NEW_PAYMENT, type PaymentDraft, problemOf } from './payment.ts';

/** One payment, with one id, until the till has said what became of it. */
export interface Attempt {
  input: Input<'sales.charge'>;
  state: AttemptState;
  /** A sending of it may have been taken without our knowing. */
  isDoubtful: boolean;
  /** Who took the payment; null where the till did not know yet. */
  by: StaffMember | null;
}

/** Whether the payment under way was begun by whoever stands at the till now. */
export const isMine = ({ attempt, seller }: TillState): boolean => attempt?.by?.id === seller?.id;

export interface PaymentSlice {
  payment: PaymentDraft;
  /** Someone wanted to go on with a payment that is not complete: what is missing is said. */
  showsProblem: boolean;
  attempt: Attempt | null;
  /** Under which the sale on the screen is charged: always the same until the till has said what became of it. */
  attemptId: string;
  chargeError: CallError | null;
  startPayment: () => void;
  editPayment: (part: Partial<PaymentDraft>) => void;
  /** How many scans have been taken out of the fields. */
  strayScans: number;
  /** Leaves the payment as it was before a scanner wrote into it. */
  takeOutScan: (before: PaymentDraft) => void;
  /** The customer agrees to the prices as they now are. */
  agreeToPrices: () => void;
  /** Takes the sale. While an attempt is under way it does nothing, so a second tap is never a second sale. */
  completeSale: () => Promise<void>;
  /** The same attempt once more, with the same id. */
  sendAgain: () => Promise<void>;
  /** Asks whether the disk has the sale, where a failing disk kept that from being known. */
  findOut: () => Promise<void>;
  /** Back to the sale after an attempt that a person has looked into. */
  giveUpAttempt: () => void;
  /** Whoever began it has gone: what cannot have been taken is dropped, the rest waits for a person to send it again. */
  leaveAttempt: () => void;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 8000;

export function paymentSlice({ bridge, get, set }: SliceTools): PaymentSlice {
  let waitMs = FIRST_WAIT_MS;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  async function send(attempt: Attempt): Promise<void> {
    const { input, isDoubtful } = attempt;
    clearTimeout(waiting);
    set({ attempt: { ...attempt, state: 'sending' } });
    if (get().chargeError?.code === 'not_signed_in') set({ chargeError: null });
    const answer = await bridge.call('sales.charge', input);
    if (answer.ok) take(answer.value);
    else if (answer.error.code === 'till_unreachable') {
      const state = isMine(get()) ? 'unanswered' : 'undecided';
      set({ attempt: { ...attempt, state, isDoubtful: true }, chargeError: answer.error });
      if (state === 'undecided') return;
      waiting = setTimeout(() => void get().sendAgain(), waitMs);
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    } else if (chargeAnswerOf(answer.error.code) === 'refused') {
      waitMs = FIRST_WAIT_MS;
      const wasMine = isMine(get());
      refuse(answer.error);
      if (!wasMine) drop();
    } else {
      const mayBeTaken = isDoubtful || chargeAnswerOf(answer.error.code) === 'in_doubt';
      set({ attempt: { ...attempt, state: 'undecided', isDoubtful: mayBeTaken }, chargeError: answer.error });
      if (!isMine(get()) && !mayBeTaken) drop();
    }
  }

  function take(taken: Output<'sales.charge'>): void {
    waitMs = FIRST_WAIT_MS;
    set({ attempt: null, attemptId: crypto.randomUUID(), payment: NEW_PAYMENT });
    set({ lines: [], before: null, news: null, begunBy: null });
    get().beginDelivery(taken);
  }

  /** Nothing is left of a payment that somebody else began but the basket. */
  function drop(): void {
    set({ attempt: null, attemptId: crypto.randomUUID(), chargeError: null });
    set({ payment: NEW_PAYMENT, showsProblem: false });
    if (get().step !== 'delivery') set({ step: 'browse' });
  }

  /** The till has looked: nothing was taken. The next try is a new attempt. */
  function refuse(error: CallError): void {
    set({ attemptId: crypto.randomUUID() });
    const { offerId, price } = error.details ?? {};
    const line = get().lines.find(each => each.offer.offerId === offerId);
    if (error.code === 'price_changed' && line && isDecimal(price)) {
      set({
        attempt: null,
        chargeError: null,
        lines: withPrice(get().lines, line.offer.offerId, price),
      });
    } else {
      set({ attempt: null, chargeError: error, lines: withRefusal(get().lines, offerId, error.code) });
    }
  }

  return {
    payment: NEW_PAYMENT,
    showsProblem: false,
    attempt: null,
    attemptId: crypto.randomUUID(),
    chargeError: null,
    startPayment() {
      const { lines, step } = get();
      if (lines.length === 0 || step === 'payment') return;
      set({ step: 'payment', choice: null, product: null, query: '', before: null });
      set({ chargeError: null, showsProblem: false, lines: withoutRefusals(lines) });
    },
    editPayment(part) {
      if (!get().attempt) set({ payment: { ...get().payment, ...part }, showsProblem: false });
    },
    strayScans: 0,
    takeOutScan(before) {
      get().editPayment(afterScan(before, get().payment));
      set({ strayScans: get().strayScans + 1 });
    },
    agreeToPrices: () => set({ lines: withAgreedPrices(get().lines) }),
    async completeSale() {
      const { attempt, attemptId, lines, payment } = get();
      if (attempt || lines.length === 0 || hasNewPrice(lines)) return;
      if (problemOf(payment, totalOf(lines))) return set({ showsProblem: true });
      set({ chargeError: null, lines: withoutRefusals(lines), early: [] });
      await send({
        input: chargeInput(attemptId, lines, payment),
        state: 'sending',
        isDoubtful: false,
        by: get().seller,
      });
    },
    async sendAgain() {
      const { attempt } = get();
      if (attempt && attempt.state !== 'sending') await send(attempt);
    },
    async findOut() {
      const { attempt, chargeError } = get();
      if (attempt?.state !== 'undecided' || !chargeError?.code.startsWith('storage_')) return;
      set({ attempt: { ...attempt, state: 'sending' } });
      const answer = await bridge.call('sales.attempt', { attemptId: attempt.input.attemptId });
      if (!answer.ok) set({ attempt });
      else if (answer.value.taken) take(answer.value.taken);
      else set({ attempt: { ...attempt, state: 'not_stored', isDoubtful: false }, chargeError: null });
    },
    giveUpAttempt() {
      const { attempt, chargeError } = get();
      if (attempt?.state !== 'undecided' && attempt?.state !== 'not_stored') return;
      if (chargeError?.code === 'storage_unknown') return;
      if (isMine(get())) set({ attempt: null, attemptId: crypto.randomUUID(), chargeError: null });
      else drop();
    },
    leaveAttempt() {
      const { attempt } = get();
      if (!attempt || attempt.state === 'sending' || attempt.state === 'not_stored') return;
      clearTimeout(waiting);
      if (attempt.isDoubtful) set({ attempt: { ...attempt, state: 'undecided' } });
      else drop();
    },
  };
}
