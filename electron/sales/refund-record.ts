import type { PaymentMethod } from '../../shared/contract/sales.ts';
import type { Decimal } from '../../shared/money.ts';

/** Money that went back to a customer for one order. */
export interface RefundRecord {
  orderId: string;
  saleId: string;
  /** The business day of the sale. */
  saleDay: string;
  /** The business day on which the money went back. */
  day: string;
  staffId: string;
  staffName: string;
  /** In the shop's currency. */
  amount: Decimal;
  method: PaymentMethod;
  /** What the card terminal printed. */
  reference?: string;
  /** ISO 8601, UTC. */
  at: string;
}
