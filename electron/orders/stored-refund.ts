import type { PaymentMethod } from '../../shared/contract/sales.ts';

/** Money given back to a customer for one order. */
export interface StoredRefund {
  orderId: string;
  saleId: string;
  /** The business day on which the money went back. */
  day: string;
  staffId: string;
  staffName: string;
  amount: string;
  method: PaymentMethod;
  reference: string | null;
  createdAt: number;
}
