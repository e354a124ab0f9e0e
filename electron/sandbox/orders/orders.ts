import type { Decimal } from '../../../shared/money.ts';
import type { Account } from '../account.ts';
import type { SandboxOffer } from '../catalogue/product.ts';
import { activationKey } from '../keys.ts';
import type { Timers } from '../timers.ts';
import { type BookedOrder, type Customer, canBecome, isOpen, type OrderStatus } from './order.ts';
import type { OrderPlan } from './plan.ts';

interface Booking {
  offer: SandboxOffer;
  transactionId: string;
  sentPrice: Decimal;
  chargedUsd: Decimal;
  customer: Customer;
  plan: OrderPlan;
}

/** Every order the partner has, and their way from SUBMITTED to an end. */
export interface Orders {
  /** Books it, takes the money and starts it on its plan, all at once. */
  book(booking: Booking): BookedOrder;
  byOrderId(orderId: number): BookedOrder | undefined;
  byTransactionId(transactionId: string): BookedOrder | undefined;
  /** In the order they were booked. */
  all(): readonly BookedOrder[];
  /** Moves it by hand, whatever its plan says. Throws where there is no such order or no such move. */
  finish(transactionId: string, status: OrderStatus): BookedOrder;
  /** The key this answer may show, if any; a late one shows from the second answer on. */
  keyToShow(order: BookedOrder): string | undefined;
}

export interface OrdersNeeds {
  account: Account;
  timers: Timers;
  now: () => number;
  seed: number;
  firstOrderId: number;
}

/** An order with what only its life needs to know. */
interface Life {
  order: BookedOrder;
  offer: SandboxOffer;
  plan: OrderPlan;
  cancelStep?: () => void;
  keyAskedFor: boolean;
}

export function createOrders({ account, timers, now, seed, firstOrderId }: OrdersNeeds): Orders {
  const orders: BookedOrder[] = [];
  const lives = new Map<string, Life>();

  const become = (life: Life, status: OrderStatus): void => {
    const { order, offer, plan } = life;
    const wasOpen = isOpen(order.status);
    order.status = status;
    order.history.push({ status, at: now() });
    if (isOpen(status)) return;
    if (wasOpen) account.settle(order.chargedUsd);
    if (plan.message !== undefined) order.message = plan.message;
    if (status !== 'COMPLETED') {
      account.refund(order.chargedUsd, `Refund - ${order.productName} ${order.offerName}`);
      order.refundedUsd = order.chargedUsd;
    } else if (offer.product.delivery === 'key' && plan.key !== 'missing') {
      order.key = activationKey(offer.product.keyForm, order.orderId, seed);
    }
  };

  const follow = (life: Life): void => {
    const { plan } = life;
    const step = (during: 'SUBMITTED' | 'PROCESSING', ms: number | undefined, then: () => void): void => {
      if (plan.hold === during) return;
      if (ms) life.cancelStep = timers.after(ms, then);
      else then();
    };
    step('SUBMITTED', plan.submittedMs, () => {
      become(life, 'PROCESSING');
      step('PROCESSING', plan.processingMs, () => become(life, plan.outcome ?? 'COMPLETED'));
    });
  };

  return {
    book({ offer, transactionId, sentPrice, chargedUsd, customer, plan }) {
      const at = now();
      const order: BookedOrder = {
        orderId: firstOrderId + orders.length,
        transactionId,
        offerId: offer.offerId,
        productName: offer.product.name,
        offerName: offer.offerName,
        delivery: offer.product.delivery,
        price: offer.price,
        sentPrice,
        currency: offer.currency,
        customer,
        chargedUsd,
        createdAt: at,
        status: 'SUBMITTED',
        refundedUsd: '0',
        history: [{ status: 'SUBMITTED', at }],
      };
      const life: Life = { order, offer, plan, keyAskedFor: false };
      orders.push(order);
      lives.set(transactionId, life);
      account.purchase(chargedUsd, `API Purchase - ${order.productName} ${order.offerName}`);
      follow(life);
      return order;
    },
    byOrderId: orderId => orders[orderId - firstOrderId],
    byTransactionId: transactionId => lives.get(transactionId)?.order,
    all: () => orders,
    finish(transactionId, status) {
      const life = lives.get(transactionId);
      if (!life) throw new Error(`The sandbox has no order ${transactionId}`);
      if (!canBecome(life.order.status, status)) {
        throw new Error(`An order that is ${life.order.status} cannot become ${status}`);
      }
      life.cancelStep?.();
      become(life, status);
      return life.order;
    },
    keyToShow(order) {
      const life = lives.get(order.transactionId);
      if (!life || order.status !== 'COMPLETED') return undefined;
      const isTooEarly = life.plan.key === 'late' && !life.keyAskedFor;
      life.keyAskedFor = true;
      return isTooEarly ? undefined : order.key;
    },
  };
}
