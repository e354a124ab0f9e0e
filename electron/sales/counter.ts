import type { StaffMember } from '../../shared/contract/common.ts';
import type { ChargeInput } from './charge.ts';
import type { Sales, SaleWithOrders } from './sales.ts';

export interface CounterParts {
  sales: Pick<Sales, 'charge'>;
  /** What other parts do when a sale was taken. */
  followUps: readonly ((saleId: string) => void)[];
  failed: (error: unknown) => void;
}

/** Takes a sale. It is on disk before anything follows: whatever fails then is noted, and the answer is that it was taken. */
export function createCounter({ sales, followUps, failed }: CounterParts) {
  return {
    charge(input: ChargeInput, person: StaffMember): SaleWithOrders {
      const charged = sales.charge(input, person);
      for (const followUp of followUps) {
        try {
          followUp(charged.sale.id);
        } catch (error) {
          failed(error);
        }
      }
      return charged;
    },
  };
}
