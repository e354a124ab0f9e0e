import type { StaffMember } from '../../../shared/contract/common.ts';
import { NEW_PAYMENT } from '../payment/payment.ts';
import type { SliceTools } from '../state.ts';

export interface SellerSlice {
  /** Who stands at the till, or stood there last; null until known. */
  seller: StaffMember | null;
  /** Who put the first line into the basket; null while it is empty. */
  begunBy: StaffMember | null;
  /**
   * Someone is signed in. Somebody else than before takes the basket over, as it says itself, but nothing that was typed
   * for it: whoever charges has counted the money. A payment that may have been taken waits for their decision.
   */
  meet: (person: StaffMember) => void;
}

export function sellerSlice({ get, set }: SliceTools): SellerSlice {
  return {
    seller: null,
    begunBy: null,
    meet(person) {
      const { seller, step } = get();
      set({ seller: person });
      if (!seller || seller.id === person.id) return;
      get().leaveAttempt();
      if (get().attempt) return;
      set({ payment: NEW_PAYMENT, showsProblem: false, chargeError: null, choice: null, query: '' });
      if (step !== 'delivery') set({ step: 'browse', product: null });
    },
  };
}
