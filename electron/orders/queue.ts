import type { Decimal } from '../../shared/money.ts';
import type { OfferId } from '../../shared/offer-id.ts';
import type { OrderReason } from '../../shared/order-state.ts';
import type { OrderRequest, Partner } from '../partner/partner.ts';
import type { Clock } from '../ports.ts';
import type { Db } from '../store/open.ts';
import type { ConnectionMonitor } from './connection.ts';
import { ImpossibleEvent, type OrderEffect, type OrderEvent } from './order-facts.ts';
import { dueOrders, idsInState, idsWaitingFor, nextDueAt, type StoredOrder } from './order-store.ts';
import type { Orders } from './orders.ts';
import { needsQuote } from './rules.ts';

/** Orders worked on at the same time: one slow answer never holds up the line. */
const AT_ONCE = 6;
/** The clock may be set while the queue sleeps: it looks again at least this often. */
const LONGEST_SLEEP_MS = 30_000;
/** After a write that failed (full disk, locked file): the outcome is kept in memory and stored as soon as it can be. */
const STORE_AGAIN_MS = 1_000;

export interface QueueParts {
  db: Db;
  clock: Clock;
  orders: Orders;
  partner: Partner;
  connection: ConnectionMonitor;
  catalogue: {
    noteCost(offerId: OfferId, cost: Decimal, currency: string): void;
    markGone(offerId: OfferId): void;
  };
  balance: { noteUsed(): void };
  storageFailed: (error: unknown) => void;
}

export type Queue = ReturnType<typeof createQueue>;

/** Sends what is due, asks what became of what is open, and stores every answer before anything else happens with it. */
export function createQueue(parts: QueueParts) {
  const { db, clock, orders, partner, connection } = parts;
  const busy = new Set<string>();
  let cancelSleep: (() => void) | undefined;
  let running = false;
  let suspended = 0;
  let idle: (() => void) | undefined;

  function pump(): void {
    cancelSleep?.();
    cancelSleep = undefined;
    if (!running || suspended > 0 || !connection.isOpen()) return;
    try {
      begin(dueOrders(db, clock.now(), AT_ONCE + busy.size).filter(order => !busy.has(order.origin.id)));
      sleep();
    } catch (error) {
      parts.storageFailed(error);
      cancelSleep = clock.after(STORE_AGAIN_MS, pump);
    }
  }

  function begin(due: StoredOrder[]): void {
    const now = clock.now();
    const chosen = due.slice(0, Math.max(0, AT_ONCE - busy.size));
    const toSend = chosen.filter(({ facts }) => facts.state === 'queued' && !needsQuote(facts, now));
    const toQuote = chosen.filter(({ facts }) => facts.state === 'queued' && needsQuote(facts, now));
    const toAsk = chosen.filter(({ facts }) => facts.state !== 'queued');
    if (toSend.length) {
      orders.applyAll(
        toSend.map(order => order.origin.id),
        { type: 'claimed' },
      );
    }
    for (const order of toSend) void work(order, send(order));
    for (const order of toQuote) void work(order, quote(order));
    for (const order of toAsk) void work(order, ask(order));
  }

  function sleep(): void {
    if (busy.size >= AT_ONCE) return;
    const now = clock.now();
    const at = nextDueAt(db, now) ?? now + LONGEST_SLEEP_MS;
    cancelSleep = clock.after(Math.min(Math.max(at - now, 0), LONGEST_SLEEP_MS), pump);
  }

  async function work(order: StoredOrder, news: Promise<OrderEvent>): Promise<void> {
    const { id } = order.origin;
    busy.add(id);
    settle(id, order, await news);
  }

  /** The answer is on disk before the order is let go; a disk that fails makes it wait, never lost. */
  function settle(id: string, order: StoredOrder, event: OrderEvent): void {
    try {
      const { effects } = orders.apply(id, event);
      carryOn(order.origin.offerId, effects);
    } catch (error) {
      if (!(error instanceof ImpossibleEvent)) {
        parts.storageFailed(error);
        // Closed under an answer that came too late: the next start asks for it.
        if (!db.open) return;
        clock.after(STORE_AGAIN_MS, () => settle(id, order, event));
        return;
      }
    }
    busy.delete(id);
    if (busy.size === 0) idle?.();
    pump();
  }

  function carryOn(offerId: OfferId, effects: OrderEffect[]): void {
    for (const effect of effects) {
      if (effect.type === 'note_cost') parts.catalogue.noteCost(offerId, effect.cost, effect.currency);
      if (effect.type === 'mark_offer_gone') parts.catalogue.markGone(offerId);
      if (effect.type === 'refresh_balance') parts.balance.noteUsed();
    }
  }

  const send = async (order: StoredOrder): Promise<OrderEvent> => ({
    type: 'created',
    result: await partner.createOrder(requestOf(order)),
  });
  const quote = async ({ origin }: StoredOrder): Promise<OrderEvent> => ({
    type: 'quoted',
    result: await partner.offer(origin.offerId, { priority: 'order' }),
  });
  const ask = async ({ origin }: StoredOrder): Promise<OrderEvent> => ({
    type: 'asked',
    result: await partner.orderStatus(origin.id),
  });

  /** What held these orders up may be over: they are tried at once; where that cannot be stored, in their own time. */
  function wake(reason: OrderReason): void {
    if (!running) return;
    try {
      const ids = idsWaitingFor(db, reason).filter(id => !busy.has(id));
      if (ids.length) orders.applyAll(ids, { type: 'woken' });
    } catch (error) {
      parts.storageFailed(error);
    }
    pump();
  }

  let wasOpen = connection.isOpen();
  connection.onChange(() => {
    const hasOpened = !wasOpen && connection.isOpen();
    wasOpen = connection.isOpen();
    if (!hasOpened) return;
    wake('partner_down');
    wake('token_rejected');
  });

  return {
    /** Whoever starts it once more, after another part has failed, does not cut off what is under way. */
    start(): void {
      if (running) return;
      const cutOff = [...idsInState(db, 'sending'), ...idsInState(db, 'unknown')];
      if (cutOff.length) orders.applyAll(cutOff, { type: 'restarted' });
      running = true;
      pump();
    },
    /** Something may be due: a sale was charged, a person decided. */
    pump(): void {
      if (running) clock.after(0, pump);
    },
    wake,
    /** Nothing is taken up until the returned function is called; what is under way goes on. */
    suspend(): () => void {
      suspended++;
      return () => {
        suspended--;
        pump();
      };
    },
    /** Takes up nothing new; resolves when what is under way has been stored. */
    stop(): Promise<void> {
      running = false;
      cancelSleep?.();
      if (busy.size === 0) return Promise.resolve();
      return new Promise(resolve => {
        idle = resolve;
      });
    },
  };
}

function requestOf({ origin, facts }: StoredOrder): OrderRequest {
  const customer = {
    ...(origin.email === null ? {} : { email: origin.email }),
    ...(origin.playerId === null ? {} : { gameUserId: origin.playerId }),
    ...(origin.serverId === null ? {} : { gameServerId: origin.serverId }),
  };
  return {
    offerId: origin.offerId,
    price: facts.cost,
    transactionId: origin.id,
    ...(Object.keys(customer).length ? { customer } : {}),
  };
}
