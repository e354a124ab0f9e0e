import type { Decimal } from '../../shared/money.ts';
import type { OfferId } from '../../shared/offer-id.ts';
import type { OrderReason } from '../../shared/order-state.ts';
import type { OrderRequest, Partner } from '../partner/partner.ts';
import type { Clock } from '../ports.ts';
import type { Db } from '../store/open.ts';
import type { ConnectionMonitor } from './connection.ts';
import { dueOrders, idsBeingSent, idsWaitingFor, nextDueAt } from './due-store.ts';
import { ImpossibleEvent, type OrderEffect, type OrderEvent } from './order-facts.ts';
import type { StoredOrder } from './order-row.ts';
import type { Attempt, Orders } from './orders.ts';
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

/** News of an order that is not on disk yet. */
interface Arrived {
  order: StoredOrder;
  event: OrderEvent;
}

interface Task {
  order: StoredOrder;
  news: (order: StoredOrder) => Promise<OrderEvent>;
}

/** Sends what is due, asks what became of what is open, and stores every answer before anything else happens with it. */
export function createQueue(parts: QueueParts) {
  const { db, clock, orders, partner, connection } = parts;
  const busy = new Set<string>();
  let arrived: Arrived[] = [];
  let cancelTurn: (() => void) | undefined;
  let running = false;
  let suspended = 0;
  let idle: (() => void) | undefined;

  function turnIn(ms: number): void {
    cancelTurn?.();
    cancelTurn = clock.after(ms, turn);
  }

  /**
   * The answers that have come and the claims on what is due next go to the disk in one write. An answer is on disk
   * before its order is let go, a claim before its request leaves; a disk that fails makes both wait, never lost.
   */
  function turn(): void {
    // Closed under an answer that came too late: the next start asks for it.
    if (!db.open) return;
    cancelTurn?.();
    cancelTurn = undefined;
    const answers = arrived;
    arrived = [];
    const settled: (Arrived & { effects: OrderEffect[] })[] = [];
    const failed: Arrived[] = [];
    let begun: Task[] = [];
    try {
      orders.together(attempt => {
        for (const answer of answers) {
          const outcome = attempt(answer.order.origin.id, answer.event);
          if ('effects' in outcome) settled.push({ ...answer, effects: outcome.effects });
          else if (outcome.error instanceof ImpossibleEvent) settled.push({ ...answer, effects: [] });
          else failed.push(noted(answer, outcome.error));
        }
        begun = due(settled)
          .map(taskFor)
          .filter(task => isClaimed(task, attempt));
      });
    } catch (error) {
      arrived = [...answers, ...arrived];
      parts.storageFailed(error);
      if (db.open) turnIn(STORE_AGAIN_MS);
      return;
    }
    arrived = [...failed, ...arrived];
    for (const { order } of settled) busy.delete(order.origin.id);
    for (const { order, effects } of settled) carryOn(order.origin.offerId, effects);
    for (const task of begun) void work(task);
    if (busy.size === 0) idle?.();
    if (failed.length) turnIn(STORE_AGAIN_MS);
    else if (running) sleep();
  }

  function noted<T>(thing: T, error: unknown): T {
    parts.storageFailed(error);
    return thing;
  }

  /** What may be begun once these are settled. */
  function due(settled: Arrived[]): StoredOrder[] {
    if (!running || suspended > 0 || !connection.isOpen()) return [];
    const held = new Set(busy);
    for (const { order } of settled) held.delete(order.origin.id);
    try {
      return dueOrders(db, clock.now(), AT_ONCE + held.size)
        .filter(order => !held.has(order.origin.id))
        .slice(0, Math.max(0, AT_ONCE - held.size));
    } catch (error) {
      return noted([], error);
    }
  }

  function taskFor(order: StoredOrder): Task {
    if (order.facts.state !== 'queued') return { order, news: ask };
    return { order, news: needsQuote(order.facts, clock.now()) ? quote : send };
  }

  /** Only what is to be sent is claimed: everything else may be asked twice. */
  function isClaimed({ order, news }: Task, attempt: (id: string, event: OrderEvent) => Attempt): boolean {
    if (news !== send) return true;
    const outcome = attempt(order.origin.id, { type: 'claimed' });
    if ('error' in outcome) return noted(false, outcome.error);
    return outcome.state === 'sending';
  }

  function sleep(): void {
    if (busy.size >= AT_ONCE || suspended > 0 || !connection.isOpen()) return;
    const now = clock.now();
    try {
      const at = nextDueAt(db, now) ?? now + LONGEST_SLEEP_MS;
      turnIn(Math.min(Math.max(at - now, 0), LONGEST_SLEEP_MS));
    } catch (error) {
      parts.storageFailed(error);
      turnIn(STORE_AGAIN_MS);
    }
  }

  async function work({ order, news }: Task): Promise<void> {
    busy.add(order.origin.id);
    const event = await news(order);
    arrived.push({ order, event });
    // What else has come by now is stored with it; the last one under way has nothing to wait for.
    if (arrived.length === busy.size) turn();
    else turnIn(0);
  }

  /** What other parts learn from it. The order is stored: a disk that does not take this stops nothing. */
  function carryOn(offerId: OfferId, effects: OrderEffect[]): void {
    try {
      for (const effect of effects) {
        if (effect.type === 'note_cost') parts.catalogue.noteCost(offerId, effect.cost, effect.currency);
        if (effect.type === 'mark_offer_gone') parts.catalogue.markGone(offerId);
        if (effect.type === 'refresh_balance') parts.balance.noteUsed();
      }
    } catch (error) {
      parts.storageFailed(error);
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
    turn();
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
      const cutOff = idsBeingSent(db);
      if (cutOff.length) orders.applyAll(cutOff, { type: 'restarted' });
      running = true;
      turn();
    },
    /** Something may be due: a sale was charged, a person decided. */
    pump(): void {
      if (running) turnIn(0);
    },
    wake,
    /** Nothing is taken up until the returned function is called; what is under way goes on. */
    suspend(): () => void {
      suspended++;
      return () => {
        suspended--;
        turn();
      };
    },
    /** Takes up nothing new; resolves when what is under way has been stored. */
    stop(): Promise<void> {
      running = false;
      if (arrived.length === 0) cancelTurn?.();
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
