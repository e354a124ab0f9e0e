import { z } from 'zod';
import { offerId } from '../../../shared/contract/common.ts';
import type { OfferId } from '../../../shared/offer-id.ts';

const ms = z.int().min(0);

/** What happens to an order after it is booked. An empty plan: COMPLETED at once. */
export const orderPlan = z.strictObject({
  submittedMs: ms.optional(),
  processingMs: ms.optional(),
  /** Stays there until it is finished by hand. */
  hold: z.enum(['SUBMITTED', 'PROCESSING']).optional(),
  /** How it ends; COMPLETED when nothing is said. */
  outcome: z.enum(['COMPLETED', 'CANCELED', 'FAILED', 'REFUND']).optional(),
  message: z.string().optional(),
  /** `missing`: COMPLETED, and never a key. `late`: the first COMPLETED answer is without it. */
  key: z.enum(['missing', 'late']).optional(),
});
export type OrderPlan = z.output<typeof orderPlan>;

export const nextOrders = z.strictObject({
  plan: orderPlan,
  times: z.int().min(1).default(1),
  offerId: offerId.optional(),
});
type NextOrders = z.input<typeof nextOrders>;

export interface Plans {
  /** For the next orders, of any offer or of one; used up before anything else applies. */
  next(orders: NextOrders): void;
  /** For every order of an offer, until set again; undefined forgets it. */
  always(offerId: OfferId, plan: OrderPlan | undefined): void;
  /** The plan for an order that is booked now, where there is one. */
  take(offerId: OfferId): OrderPlan | undefined;
}

export function createPlans(): Plans {
  const coming: { plan: OrderPlan; times: number; offerId?: OfferId | undefined }[] = [];
  const standing = new Map<OfferId, OrderPlan>();

  return {
    next: orders => void coming.push(nextOrders.parse(orders)),
    always(offerId, plan) {
      if (plan) standing.set(offerId, orderPlan.parse(plan));
      else standing.delete(offerId);
    },
    take(offerId) {
      const index = coming.findIndex(next => next.offerId === undefined || next.offerId === offerId);
      const next = coming[index];
      if (!next) return standing.get(offerId);
      next.times--;
      if (next.times === 0) coming.splice(index, 1);
      return next.plan;
    },
  };
}
