import { z } from 'zod';
import type { PartnerCode } from '../../partner/partner.ts';
import { acceptOrder, createOrderBody } from '../orders/accept.ts';
import type { BookedOrder, OrderStatus } from '../orders/order.ts';
import { orderBody } from '../orders/order-body.ts';
import { Refusal, TooManyRequests } from '../refusal.ts';
import type { World } from '../world.ts';
import { parseBody } from './parse.ts';

export function createOrder(world: World, body: unknown): unknown {
  const request = parseBody(createOrderBody, body);
  if (typeof request.offerId === 'string' && !world.telegramLimit.admit(world.settings.telegramPerSecond)) {
    throw new TooManyRequests();
  }
  return answerOrder(world, acceptOrder(world, request));
}

const statusBody = z.union([z.object({ orderId: z.int() }), z.object({ transactionId: z.string().min(1) })]);

export function orderStatus(world: World, body: unknown): unknown {
  const asked = parseBody(statusBody, body);
  const order =
    'orderId' in asked
      ? world.orders.byOrderId(asked.orderId)
      : world.orders.byTransactionId(asked.transactionId);
  if (!order) throw new Refusal('ORDER_NOT_FOUND');
  const code = world.settings.statusAnswer === 'code' ? CODE_OF[order.status] : undefined;
  if (code) throw new Refusal(code);
  return answerOrder(world, order);
}

const CODE_OF: Partial<Record<OrderStatus, PartnerCode>> = {
  SUBMITTED: 'ORDER_NOT_PROCESSING',
  PROCESSING: 'ORDER_NOT_COMPLETED',
  CANCELED: 'ORDER_ALREADY_CANCELED',
  FAILED: 'ORDER_ALREADY_CANCELED',
  REFUND: 'ORDER_ALREADY_REFUNDED',
};

function answerOrder(world: World, order: BookedOrder): unknown {
  return orderBody(order, world.orders.keyToShow(order));
}
