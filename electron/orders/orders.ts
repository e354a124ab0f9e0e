import type { StaffMember } from '../../shared/contract/common.ts';
import type { Order } from '../../shared/contract/orders.ts';
import type { PaymentMethod } from '../../shared/contract/sales.ts';
import type { QueueSummary, Settings } from '../../shared/contract/terminal.ts';
import { TillError } from '../../shared/errors.ts';
import { appendAudit } from '../audit/audit.ts';
import { newId } from '../ids.ts';
import type { Clock, Random } from '../ports.ts';
import type { Db } from '../store/open.ts';
import type { Pause } from './connection.ts';
import { freshFacts } from './fresh-facts.ts';
import { findKey, ordersSealedWithAnother, saveKey } from './key-store.ts';
import type { KeyVault } from './key-vault.ts';
import { transition } from './order.ts';
import { recordEvent } from './order-audit.ts';
import type { OrderEffect, OrderEvent, OrderFacts } from './order-facts.ts';
import { listOrders, type OrderQuery } from './order-list.ts';
import {
  clearOwed,
  findOrder,
  idsARestoreConcerns,
  insertOrder,
  type OrderOrigin,
  ordersOfSale,
  type StoredOrder,
  writeFacts,
} from './order-store.ts';
import { possibleDecisions, viewOrder } from './order-view.ts';
import { findRefund, insertRefund, refundsOn } from './refund-store.ts';
import type { StoredRefund } from './stored-refund.ts';
import { exchange, readTotals, type Share } from './totals.ts';
import { createUnderWay } from './under-way.ts';

/** What a new order is made from: the sale's side of it. */
export type NewOrder = Omit<OrderOrigin, 'id' | 'replaces'> & { cost: string; costCurrency: string };

export interface Applied {
  order: Order;
  effects: OrderEffect[];
  replacement?: Order;
}

interface Outcome {
  before: StoredOrder;
  after: StoredOrder;
  effects: OrderEffect[];
  replacementId: string | undefined;
}

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
  const announce = (orders: Order[]): void => {
    if (orders.length) for (const listener of listeners) listener(orders, totals);
  };

  /** Must run inside a transaction; its result is announced after the commit. */
  function insert(order: NewOrder, replaces: string | null, staffId: string | null): string {
    const id = newId(clock, random);
    const { cost, costCurrency, ...rest } = order;
    insertOrder(db, { ...rest, id, replaces }, freshFacts(order, clock.now()));
    appendAudit(db, {
      at: clock.now(),
      staffId,
      action: 'order.queued',
      subject: id,
      details: {
        saleId: order.saleId,
        offerId: order.offerId,
        price: order.price,
        cost,
        costCurrency,
        replaces,
      },
    });
    return id;
  }

  /** Inside a transaction: the event, what it changes, and its audit. */
  function carryOut(id: string, event: OrderEvent, staffId: string | null): Outcome {
    const before = load(id);
    const now = clock.now();
    const { facts, effects } = transition(before.facts, event, {
      now,
      underWayMs: underWay.leftMs(id),
      jitter: random.fraction(),
      tolerancePercent: settings().priceTolerancePercent,
    });
    const owed = before.owed || (facts.state !== before.facts.state && endsWithoutDelivery(facts));
    if (facts !== before.facts) writeFacts(db, id, facts, owed, now);
    underWay.note(id, before.facts, facts, now);
    let replacementId: string | undefined;
    for (const effect of effects) {
      if (effect.type === 'store_key') saveKey(db, id, vault().seal(id, effect.key), now);
      if (effect.type === 'reorder') replacementId = replace(before, staffId);
    }
    recordEvent(db, { at: now, staffId, subject: id }, before.facts, facts, event, effects);
    return { before, after: load(id), effects, replacementId };
  }

  /** After the commit: the totals, and whoever listens. */
  function publish(outcomes: Outcome[]): Applied[] {
    const applied = outcomes.map(({ before, after, effects, replacementId }) => {
      totals = exchange(totals, shareOf(before), shareOf(after));
      const replacement = replacementId ? placed(replacementId) : undefined;
      return { order: view(after), effects, ...(replacement ? { replacement } : {}) };
    });
    announce(applied.flatMap(({ order, replacement }) => (replacement ? [order, replacement] : [order])));
    return applied;
  }

  function applyAll(ids: string[], event: OrderEvent): Applied[] {
    return publish(db.transaction(() => ids.map(id => carryOut(id, event, null))).immediate());
  }

  function apply(id: string, event: OrderEvent, staffId: string | null = null): Applied {
    const [applied] = publish([db.transaction(() => carryOut(id, event, staffId)).immediate()]);
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
    const id = insert(
      { ...rest, position, createdAt: now, cost: facts.cost, costCurrency: facts.costCurrency },
      origin.id,
      staffId,
    );
    clearOwed(db, origin.id, now);
    return id;
  }

  function placed(id: string): Order {
    const stored = load(id);
    totals = exchange(totals, undefined, shareOf(stored));
    return view(stored);
  }

  function openKey(id: string, { facts } = load(id)): string {
    const sealed = findKey(db, id);
    if (!facts.hasKey || !sealed) throw new TillError('no_key', `Order ${id} has no key.`);
    return vault().open(id, sealed);
  }

  return {
    insert: (order: NewOrder, staffId: string) => insert(order, null, staffId),
    /** After the transaction that inserted them has been committed. */
    announcePlaced: (ids: string[]): Order[] => {
      const orders = ids.map(placed);
      announce(orders);
      return orders;
    },
    apply,
    /** The same event for several orders, in one transaction. */
    applyAll,
    get: (id: string): Order => view(load(id)),
    ofSale: (saleId: string): Order[] => ordersOfSale(db, saleId).map(view),
    list(query: OrderQuery): { orders: Order[]; nextCursor?: string } {
      const page = listOrders(db, query);
      return { ...page, orders: page.orders.map(view) };
    },
    refundsOn: (day: string): StoredRefund[] => refundsOn(db, day),
    summary: (): QueueSummary => totals,
    /** Whether any order is neither delivered nor ended. */
    hasOpen: (): boolean => totals.waiting + totals.held > 0,
    onChange(listener: (orders: Order[], queue: QueueSummary) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** The key in plain text, for paper: the print queue records it when it may be printed. */
    openKey: (id: string): string => openKey(id),
    /**
     * The key in plain text, for a person. Every look is in the audit, in the same transaction. A key that came with an
     * order which is not delivered is for a manager's eyes: the customer may have had the money back.
     */
    revealKey(id: string, staff: StaffMember): string {
      return db
        .transaction(() => {
          const stored = load(id);
          const key = openKey(id, stored);
          if (staff.role !== 'manager' && stored.facts.state !== 'completed') {
            throw new TillError(
              'not_allowed',
              'The key of an order that is not delivered is shown to managers only.',
            );
          }
          appendAudit(db, {
            at: clock.now(),
            staffId: staff.id,
            action: 'key.shown',
            subject: id,
            details: {},
          });
          return key;
        })
        .immediate();
    },
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
      db.transaction(() => {
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
      }).immediate();
      const after = load(id);
      totals = exchange(totals, shareOf(before), shareOf(after));
      const order = view(after);
      announce([order]);
      return order;
    },
    /** Before the till that was put back from a backup does anything. Returns how many orders it concerns. */
    restored(gap: boolean): number {
      const ids = idsARestoreConcerns(db);
      applyAll(ids, { type: 'restored', gap });
      return ids.length;
    },
    /** After a lost data key: every key it sealed is asked for again. Returns how many. */
    recoverKeys(): number {
      const ids = ordersSealedWithAnother(db, vault().dataKey);
      db.transaction(() => {
        for (const id of ids) {
          const { facts, owed } = load(id);
          const wanted =
            facts.state === 'completed'
              ? { ...facts, hasKey: false, nextAt: clock.now() }
              : { ...facts, hasKey: false };
          writeFacts(db, id, wanted, owed, clock.now());
        }
      }).immediate();
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
