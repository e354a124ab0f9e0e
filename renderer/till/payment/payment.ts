import type { PaymentMethod } from '../../../shared/contract/sales.ts';
import type { Input } from '../../../shared/contract.ts';
import { compare, type Decimal, subtract } from '../../../shared/money.ts';
import type { Basket } from '../basket/basket.ts';

/** What is being entered about how the customer pays. */
export interface PaymentDraft {
  method: PaymentMethod;
  /** Cash handed over; '' means exactly the total. */
  tendered: Decimal | '';
  /** What the card terminal printed. */
  reference: string;
  email: string;
}

export const NEW_PAYMENT: PaymentDraft = { method: 'cash', tendered: '', reference: '', email: '' };

export type PaymentProblem = 'cash_short' | 'reference_missing' | 'email_invalid';

/** The first thing that keeps this payment from being taken. */
export function problemOf(draft: PaymentDraft, total: Decimal): PaymentProblem | undefined {
  if (draft.method === 'cash' && compare(changeOf(draft, total), '0') < 0) return 'cash_short';
  if (draft.method === 'card' && draft.reference.trim() === '') return 'reference_missing';
  return draft.email.trim() === '' || isEmail(draft.email.trim()) ? undefined : 'email_invalid';
}

/** What goes back to the customer; negative while there is too little. */
export const changeOf = ({ tendered }: PaymentDraft, total: Decimal): Decimal =>
  subtract(tendered === '' ? total : tendered, total);

/** What is left of a payment that a scanner wrote into: as it was before, but for a slip's number in an empty field. */
export const afterScan = (before: PaymentDraft, scanned: PaymentDraft): PaymentDraft => ({
  ...before,
  reference: before.reference.trim() === '' ? scanned.reference : before.reference,
});

/** Catches slips of the finger; the till has the last word. */
const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text);

/** The payment as it is sent: exactly this goes out again when no answer comes. */
export function chargeInput(attemptId: string, lines: Basket, draft: PaymentDraft): Input<'sales.charge'> {
  const email = draft.email.trim();
  const reference = draft.reference.trim();
  return {
    attemptId,
    lines: lines.map(({ offer, quantity, price, player }) => ({
      offerId: offer.offerId,
      quantity,
      price,
      ...(player ? { player } : {}),
    })),
    ...(email ? { email } : {}),
    payment:
      draft.method === 'card'
        ? { method: 'card', reference }
        : { method: 'cash', ...(draft.tendered === '' ? {} : { tendered: draft.tendered }) },
  };
}
