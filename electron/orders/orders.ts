import type { Order } from '../../shared/contract/orders.ts';
import type { PaymentMethod } from '../../shared/contract/sales.ts';
import type { QueueSummary, Settings } from '../../shared/contract/terminal.ts';
import { TillError } from '../../shared/errors.ts';
import type { OrderState } from '../../shared/order-state.ts';
import { appendAudit } from '../audit/audit.ts';
import { newId } from '../ids.ts';
import type { Clock, Random } from '../ports.ts';
import type { Db } from '../store/open.ts';
import type { Pause } from './connection.ts';
import { freshFacts } from './fresh-facts.ts';
import { createKeyAccess } from './key-access.ts';
import { ordersSealedWithAnother, saveKey } from './key-store.ts';
import type { KeyVault } from './key-vault.ts';
import { transition } from './order.ts';
import { recordEvent } from './order-audit.ts';
import type { OrderEffect, OrderEvent, OrderFacts } from './order-facts.ts';
import { listOrders, type OrderQuery } from './order-list-store.ts';
import type { OrderOrigin, StoredOrder } from './order-row.ts';
import {
  clearOwed,
  findOrder,
  idsARestoreConcerns,
  insertOrder,
  mendCarried,
  ordersOfSale,
  saleNumberOf,
  writeFacts,
} from './order-store.ts';
import { possibleDecisions, viewOrder } from './order-view.ts';
import { ownAnswer } from './own-answer.ts';
import { findRefund, insertRefund, refundsOn } from './refund-store.ts';
import type { StoredRefund } from './stored-refund.ts';
import { exchange, type Share } from './totals.ts';
import { readTotals } from './totals-store.ts';
import { createUnderWay } from './under-way.ts';

/** What a new order is made from: the sale's side of it. */
export type NewOrder = Omit<OrderOrigin, 'id' | 'replaces'> & { cost: string; costCurrency: string };

export interface Applied {
  order: Order;
  effects: OrderEffect[];
  replacement?: Order;
}

/** A new order as it is stored, and as it is shown. */
export interface Placed {
  stored: StoredOrder;
  order: Order;
}

/** Read within the transaction, all of it: once that is on disk, nothing may fail any more. */
interface Outcome {
  before: StoredOrder;
  after: StoredOrder;
  order: Order;
  effects: OrderEffect[];
  replacement: Placed | undefined;
  now: number;
}

/** What became of one event of several: its effects and the state it led to, or why it was not carried out. */
export type Attempt = { effects: OrderEffect[]; state: OrderState } | { error: unknown };

export interface OrdersParts {
  db: Db;
  clock: Clock;
  random: Random;
  vault: () => KeyVault;
  settings: () => Settings;
  /** Why the queue as a whole stands still, while it does. */
  pause?: () => Pause | undefined;
}

export type Orders = ReturnType<typeof createOrders>;

/** Carries out what the state machine decides: one event, one transaction, and only then anyone hears of it. */
export function createOrders({ db, clock, random, vault, settings, pause = () => undefined }: OrdersParts) {
  let totals = readTotals(db);
  const underWay = createUnderWay(clock);
  const listeners = new Set<(orders: Order[], queue: QueueSummary) => void>();

  const view = (stored: StoredOrder): Order =>
    viewOrder(stored, stored.owed ? undefined : findRefund(db, stored.origin.id), pause());
  const load = (id: string): StoredOrder => {
    const stored = findOrder(db, id);
    if (!stored) throw new TillError('not_found', `There is no order ${id}.`);
    return stored;
  };
  const begun = db.transaction((work: () => unknown) => work());
  const inTransaction = <T>(work: () => T): T => begun.immediate(work) as T;
  /** Each order once, as it is now: one that was answered and claimed in the same write has only its last state. */
  const announce = (changed: Order[]): void => {
    const orders = [...new Map(changed.map(order => [order.id, order])).values()];
    if (orders.length) for (const listener of listeners) listener(orders, totals);
  };

  /** Must run inside a transaction, or is one by itself; its result is announced after the commit. */
  function insert(order: NewOrder, replaces: string | null = null): string {
    const id = newId(clock, random);
    insertOrder(db, { ...order, id, replaces }, freshFacts(order, clock.now()));
    return id;
  }

  /** Inside a transaction: the event, what it changes, and its audit. */
  function carryOut(id: string, event: OrderEvent, staffId: string | null): Outcome {
    const before = load(id);
    const now = clock.now();
    const { facts, effects } = transition(before.facts, ownAnswer(db, before, event), {
      now,
      underWayMs: underWay.leftMs(id),
      jitter: random.fraction(),
      tolerancePercent: settings().priceTolerancePercent,
    });
    if (event.type === 'decided' && event.decision === 'retry') refuseIfGivenBack(id);
    const ends = facts.state !== before.facts.state && endsWithoutDelivery(facts);
    const owed = before.owed || (ends && !before.replacedBy && !findRefund(db, id));
    const isChanged = facts !== before.facts;
    if (isChanged) writeFacts(db, id, facts, owed, now);
    let replacementId: string | undefined;
    for (const effect of effects) {
      if (effect.type === 'store_key') saveKey(db, id, vault().seal(id, effect.key), now);
      if (effect.type === 'reorder') replacementId = replace(before, staffId);
    }
    recordEvent(db, { at: now, staffId, subject: id }, before.facts, facts, event, effects);
    const replaced =
      replacementId === undefined ? {} : { owed: false, replacedBy: replacementId, updatedAt: now };
    const after = { ...before, facts, owed, updatedAt: isChanged ? now : before.updatedAt, ...replaced };
    const replacement = replacementId === undefined ? undefined : look(replacementId);
    return { before, after, order: view(after), effects, replacement, now };
  }

  /** What a restore could not put together: the money went back, and the order does not know. */
  function refuseIfGivenBack(id: string): void {
    if (findRefund(db, id))
      throw new TillError('decision_not_possible', 'The customer has the money back.', { decision: 'retry' });
  }

  /** After the commit: the totals, and whoever listens. */
  function publish(outcomes: Outcome[]): Applied[] {
    const applied = outcomes.map(({ before, after, order, effects, replacement, now }) => {
      underWay.note(after.origin.id, before.facts, after.facts, now);
      totals = exchange(totals, shareOf(before), shareOf(after));
      if (replacement) count(replacement);
      return { order, effects, ...(replacement && { replacement: replacement.order }) };
    });
    announce(applied.flatMap(({ order, replacement }) => (replacement ? [order, replacement] : [order])));
    return applied;
  }

  function applyAll(ids: string[], event: OrderEvent): Applied[] {
    return publish(inTransaction(() => ids.map(id => carryOut(id, event, null))));
  }

  /**
   * What `work` attempts, in one transaction: one write to the disk for all of it, and then it is announced. An event
   * that fails is undone by itself and takes nothing else with it.
   */
  function together(work: (attempt: (id: string, event: OrderEvent) => Attempt) => void): void {
    const outcomes: Outcome[] = [];
    inTransaction(() =>
      work((id, event) => {
        try {
          const outcome = inTransaction(() => carryOut(id, event, null));
          outcomes.push(outcome);
          return { effects: outcome.effects, state: outcome.after.facts.state };
        } catch (error) {
          // A full disk ends the transaction as a whole: nothing more may be written outside of it.
          if (!db.inTransaction) throw error;
          return { error };
        }
      }),
    );
    publish(outcomes);
  }

  function apply(id: string, event: OrderEvent, staffId: string | null = null): Applied {
    const [applied] = publish([inTransaction(() => carryOut(id, event, staffId))]);
    if (!applied) throw new Error('one event has one outcome');
    return applied;
  }

  function replace(before: StoredOrder, staffId: string | null): string {
    const { origin, facts } = before;
    if (!possibleDecisions(before).includes('reorder')) {
      throw new TillError(
        'decision_not_possible',
        'The customer has been refunded or has a replacement already.',
        {
          decision: 'reorder',
          state: facts.state,
        },
      );
    }
    const now = clock.now();
    const position = ordersOfSale(db, origin.saleId).length + 1;
    const { id: _, replaces: __, ...rest } = origin;
    const { cost, costCurrency } = facts;
    const id = insert({ ...rest, position, createdAt: now, cost, costCurrency }, origin.id);
    const { saleId, offerId, price } = origin;
    const details = { saleId, offerId, price, cost, costCurrency, replaces: origin.id };
    appendAudit(db, { at: now, staffId, action: 'order.queued', subject: id, details });
    clearOwed(db, origin.id, now);
    return id;
  }

  function look(id: string): Placed {
    const stored = load(id);
    return { stored, order: view(stored) };
  }

  function count({ stored }: Placed): void {
    totals = exchange(totals, undefined, shareOf(stored));
  }

  return {
    /** The sale's audit says which orders it is made of. */
    insert: (order: NewOrder): string => insert(order),
    /** In the transaction that inserted it: what `announcePlaced` tells of it. */
    look,
    /** After that transaction has been committed. Reads nothing any more. */
    announcePlaced: (placed: readonly Placed[]): Order[] => {
      placed.forEach(count);
      const orders = placed.map(({ order }) => order);
      announce(orders);
      return orders;
    },
    apply,
    /** The same event for several orders, in one transaction. */
    applyAll,
    together,
    get: (id: string): Order => view(load(id)),
    ofSale: (saleId: string): Order[] => ordersOfSale(db, saleId).map(view),
    list(query: OrderQuery): { orders: Order[]; nextCursor?: string } {
      const page = listOrders(db, query);
      return { ...page, orders: page.orders.map(view) };
    },
    /** `undefined` where `id` is no order's. */
    saleNumberOf: (id: string): number | undefined => saleNumberOf(db, id),
    refundsOn: (day: string): StoredRefund[] => refundsOn(db, day),
    summary: (): QueueSummary => totals,
    /** Whether any order is neither delivered nor ended. */
    hasOpen: (): boolean => totals.waiting + totals.held > 0,
    onChange(listener: (orders: Order[], queue: QueueSummary) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ...createKeyAccess({ db, clock, vault, load }),
    /** Records that the customer has the money back. */
    refund(
      id: string,
      given: { staffId: string; staffName: string; day: string; method: PaymentMethod; reference?: string },
    ): Order {
      const before = load(id);
      if (findRefund(db, id))
        throw new TillError('already_refunded', 'The customer already has the money back.');
      if (!before.owed)
        throw new TillError('not_refundable', `A ${before.facts.state} order is not refunded.`);
      inTransaction(() => {
        const now = clock.now();
        const { saleId, price } = before.origin;
        clearOwed(db, id, now);
        insertRefund(db, {
          orderId: id,
          saleId,
          day: given.day,
          staffId: given.staffId,
          staffName: given.staffName,
          amount: price,
          method: given.method,
          reference: given.reference ?? null,
          createdAt: now,
        });
        appendAudit(db, {
          at: now,
          staffId: given.staffId,
          action: 'order.customer_refunded',
          subject: id,
          details: { amount: price, method: given.method },
        });
      });
      const after = load(id);
      totals = exchange(totals, shareOf(before), shareOf(after));
      const order = view(after);
      announce([order]);
      return order;
    },
    /** Before the till that was put back from a backup does anything. Returns how many orders it concerns. */
    restored(gap: boolean): number {
      return inTransaction(() => {
        mendCarried(db);
        const ids = idsARestoreConcerns(db);
        applyAll(ids, { type: 'restored', gap });
        return ids.length;
      });
    },
    /** After a lost data key: every key it sealed is asked for again. Returns how many. */
    recoverKeys(): number {
      const ids = ordersSealedWithAnother(db, vault().dataKey);
      inTransaction(() => {
        for (const id of ids) {
          const { facts, owed } = load(id);
          const wanted =
            facts.state === 'completed'
              ? { ...facts, hasKey: false, nextAt: clock.now() }
              : { ...facts, hasKey: false };
          writeFacts(db, id, wanted, owed, clock.now());
        }
      });
      return ids.length;
    },
  };
}

function endsWithoutDelivery(facts: OrderFacts): boolean {
  return facts.state === 'canceled' || facts.state === 'refunded';
}

function shareOf(stored: StoredOrder): Share {
  return { state: stored.facts.state, owed: stored.owed, price: stored.origin.price };
}
