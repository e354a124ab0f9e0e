import type { Delivery } from '../../../shared/contract/catalogue.ts';
import type { Decimal } from '../../../shared/money.ts';
import type { OfferId } from '../../../shared/offer-id.ts';

/** FAILED is reported of the live service, and means CANCELED. */
export const ORDER_STATUSES = [
  'SUBMITTED',
  'PROCESSING',
  'COMPLETED',
  'CANCELED',
  'FAILED',
  'REFUND',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** What an order can move on to. Only a COMPLETED one moves again once it is final: the partner may refund it. */
const NEXT: Record<OrderStatus, readonly OrderStatus[]> = {
  SUBMITTED: ['PROCESSING', 'COMPLETED', 'CANCELED', 'FAILED', 'REFUND'],
  PROCESSING: ['COMPLETED', 'CANCELED', 'FAILED', 'REFUND'],
  COMPLETED: ['REFUND'],
  CANCELED: [],
  FAILED: [],
  REFUND: [],
};

export function canBecome(from: OrderStatus, to: OrderStatus): boolean {
  return NEXT[from].includes(to);
}

export function isOpen(status: OrderStatus): boolean {
  return status === 'SUBMITTED' || status === 'PROCESSING';
}

export interface Customer {
  email?: string | undefined;
  gameUserId?: string | undefined;
  gameServerId?: string | undefined;
}

/** An order as the partner has it booked. */
export interface BookedOrder {
  readonly orderId: number;
  readonly transactionId: string;
  readonly offerId: OfferId;
  readonly productName: string;
  readonly offerName: string;
  readonly delivery: Delivery;
  /** At the moment of booking; for Stars it may differ from `sentPrice`. */
  readonly price: Decimal;
  readonly sentPrice: Decimal;
  readonly currency: string;
  readonly customer: Customer;
  /** What was taken from the balance when it was booked. */
  readonly chargedUsd: Decimal;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  status: OrderStatus;
  /** What was given back when it ended without delivery. */
  refundedUsd: Decimal;
  /** Made when it completes, where the offer returns keys and the plan does not keep it back. */
  key?: string;
  message?: string;
  /** Every status it has had, in order. */
  readonly history: { status: OrderStatus; at: number }[];
}
