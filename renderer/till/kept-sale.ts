import type { StoreApi } from 'zustand/vanilla';
import type { SaleDraft } from '../../shared/contract/sales.ts';
import type { Bridge, CallError } from '../bridge.ts';
import { type BasketLine, lineId } from './basket/basket.ts';
import { chargeInput } from './payment/payment.ts';
import type { TillState } from './state.ts';

/**
 * Has the till hold the sale on the screen, and takes up what it holds when the page is new: after a crash, or when its
 * browser was started again. A till that was started again itself is told once more.
 */
export function keepSale(bridge: Bridge, store: StoreApi<TillState>): void {
  let isRestored = false;
  let isDue = false;

  async function keep(): Promise<void> {
    isDue = false;
    const { lines, step } = store.getState();
    // The till knows of a sale that it has taken.
    if (lines.length === 0 && step === 'delivery') return;
    await bridge.call('sales.keep', { draft: draftOf(store.getState()) });
  }

  async function restore(): Promise<void> {
    const answer = await bridge.call('sales.kept', {});
    if (!answer.ok || isRestored) return;
    isRestored = true;
    const { lines, step } = store.getState();
    if (lines.length > 0) return keep();
    if (step !== 'browse') return;
    if (answer.value.draft) takeUp(answer.value.draft, store);
    else if (answer.value.saleId !== undefined) await showSale(answer.value.saleId, bridge, store);
  }

  store.subscribe((state, before) => {
    if (!isRestored || isDue || !differs(state, before)) return;
    isDue = true;
    // What belongs to one change is told as one, and before the payment that follows goes out.
    queueMicrotask(() => void keep());
  });
  bridge.on(event => {
    const isSignedIn = event.name === 'session.changed' && event.payload.staff !== null;
    if (!isSignedIn && event.name !== 'resync') return;
    if (!isRestored) void restore();
    else if (store.getState().lines.length > 0) void keep();
  });
  void restore();
}

const differs = (a: TillState, b: TillState): boolean =>
  a.lines !== b.lines ||
  a.payment !== b.payment ||
  a.attempt !== b.attempt ||
  a.chargeError !== b.chargeError ||
  a.attemptId !== b.attemptId ||
  a.step !== b.step;

function draftOf(till: TillState): SaleDraft | null {
  const { lines, payment, attempt, attemptId, chargeError, step, seller, begunBy } = till;
  if (lines.length === 0) return null;
  return {
    attemptId,
    attempt: attempt && {
      state: attempt.state,
      isDoubtful: attempt.isDoubtful,
      by: attempt.by,
      error: chargeError,
    },
    isAtPayment: step === 'payment',
    seller,
    begunBy,
    lines: lines.map(({ id: _, ...line }) => line),
    payment,
  };
}

/**
 * As whoever it was kept of left it; then it is met by who is here now. A payment that was on its way goes out once more, under
 * the same id: the till answers with the sale it made of it.
 */
function takeUp(draft: SaleDraft, store: StoreApi<TillState>): void {
  const { attemptId, attempt, payment, seller, begunBy } = draft;
  const present = store.getState().seller;
  const lines: BasketLine[] = draft.lines.map(line => ({
    ...line,
    id: lineId(line.offer.offerId, line.player),
  }));
  const step = draft.isAtPayment ? 'payment' : 'browse';
  store.setState({ attemptId, lines, payment, seller, begunBy, step });
  if (attempt) {
    const input = chargeInput(attemptId, lines, payment);
    const { error, ...known } = attempt;
    const lost = attempt.state === 'sending';
    store.setState({
      attempt: { input, ...known, ...(lost ? { state: 'unanswered', isDoubtful: true } : {}) },
      chargeError: lost ? GONE : error,
    });
  }
  if (present) store.getState().meet(present);
  if (store.getState().attempt?.state === 'unanswered') void store.getState().sendAgain();
}

/** The answer went to a page that is no more. */
const GONE: CallError = {
  code: 'till_unreachable',
  message: 'The page was loaded anew before an answer came.',
};

async function showSale(saleId: string, bridge: Bridge, store: StoreApi<TillState>): Promise<void> {
  const answer = await bridge.call('sales.get', { saleId });
  if (answer.ok && store.getState().step === 'browse' && store.getState().lines.length === 0)
    store.getState().beginDelivery(answer.value);
}
