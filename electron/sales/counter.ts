import type { StaffMember } from '../../shared/contract/common.ts';
import type { ChargeInput } from './charge.ts';
import type { Sales, SaleWithOrders } from './sales.ts';

export interface CounterParts {
  sales: Pick<Sales, 'charge'>;
  /** What other parts do when a sale was taken. */
  followUps: readonly ((saleId: string) => void)[];
  /** Does it, and notes what fails. */
  noting: (what: string, work: () => void) => void;
}

/** Takes a sale. It is on disk before anything follows: whatever fails then is noted, and the answer is that it was taken. */
export function createCounter({ sales, followUps, noting }: CounterParts) {
  return {
    charge(input: ChargeInput, person: StaffMember): SaleWithOrders {
      const charged = sales.charge(input, person);
      for (const followUp of followUps)
        noting('something that follows a charge failed', () => followUp(charged.sale.id));
      return charged;
    },
  };
}
