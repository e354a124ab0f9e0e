import { createHash } from 'node:crypto';
import type { StaffMember } from '../../shared/contract/common.ts';
import type { Order } from '../../shared/contract/orders.ts';
import type { Sale } from '../../shared/contract/sales.ts';
import type { Settings } from '../../shared/contract/terminal.ts';
import { TillError } from '../../shared/errors.ts';
import { toCurrency } from '../../shared/money.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { newId } from '../ids.ts';
import type { Orders } from '../orders/orders.ts';
import type { StoredRefund } from '../orders/stored-refund.ts';
import type { Clock, Random } from '../ports.ts';
import type { Db } from '../store/open.ts';
import { businessDayOf } from './business-day.ts';
import {
  type ChargeInput,
  type Payment,
  type PricedLine,
  priceLines,
  settlePayment,
  totalOf,
} from './charge.ts';
import type { RefundRecord } from './refund-record.ts';
import {
  findAttempt,
  findSale,
  insertSale,
  listSales,
  nextSaleNumber,
  numberBefore,
  type StoredSale,
  salesOn,
} from './sale-store.ts';
import { viewSale } from './sale-view.ts';
import { timeOfSale } from './time-of-sale.ts';

export interface SalesParts {
  db: Db;
  clock: Clock;
  random: Random;
  settings: () => Settings;
  catalogue: Pick<Catalogue, 'find' | 'lastCheck'>;
  orders: Orders;
}

export interface SaleWithOrders {
  sale: Sale;
  orders: Order[];
}

export type Sales = ReturnType<typeof createSales>;

/** The customer at the counter: money taken, and money given back. */
export function createSales({ db, clock, random, settings, catalogue, orders }: SalesParts) {
  const show = (stored: StoredSale): SaleWithOrders => {
    const ofSale = orders.ofSale(stored.id);
    return { sale: viewSale(stored, ofSale), orders: ofSale };
  };

  const find = (saleId: string): StoredSale => {
    const stored = findSale(db, saleId);
    if (!stored) throw new TillError('not_found', `There is no sale ${saleId}.`);
    return stored;
  };

  /** Sale, payment, orders and audit, in one transaction that is on disk when this returns. */
  function charge(input: ChargeInput, staff: StaffMember): SaleWithOrders {
    const attemptHash = hashOf(input);
    const earlier = findAttempt(db, input.attemptId);
    if (earlier) return repeated(earlier, attemptHash);
    const createdAt = timeOfSale(clock);
    const { shop } = settings();
    const lines = priceLines(input.lines, {
      role: staff.role,
      find: catalogue.find,
      lastCheck: catalogue.lastCheck,
    });
    const total = toCurrency(totalOf(lines), shop.currency);
    const payment = settlePayment(input.payment, total, shop.currency);
    const { sale, placed } = db
      .transaction(() => {
        const stored = newSale(input, { attemptHash, createdAt, staff, total, payment });
        insertSale(db, stored);
        const inserted = insertOrders(stored, lines);
        appendAudit(db, {
          at: stored.createdAt,
          staffId: staff.id,
          action: 'sale.charged',
          subject: stored.id,
          details: {
            number: stored.number,
            total,
            currency: shop.currency,
            method: payment.method,
            orders: Object.fromEntries(inserted),
          },
        });
        return { sale: stored, placed: inserted.map(([id]) => orders.look(id)) };
      })
      .immediate();
    const shown = orders.announcePlaced(placed);
    return { sale: viewSale(sale, shown), orders: shown };
  }

  /** A double tap or a retried call: the sale that was made, never another one. */
  function repeated(stored: StoredSale, attemptHash: string): SaleWithOrders {
    if (stored.attemptHash === attemptHash) return show(stored);
    throw new TillError(
      'attempt_conflict',
      `This attempt was already charged as sale ${stored.number}, for other goods.`,
      {
        saleNumber: String(stored.number),
      },
    );
  }

  function newSale(
    input: ChargeInput,
    taken: { attemptHash: string; createdAt: number; staff: StaffMember; total: string; payment: Payment },
  ): StoredSale {
    const { attemptHash, createdAt, staff, total, payment } = taken;
    const { shop } = settings();
    return {
      id: newId(clock, random),
      number: nextSaleNumber(db),
      attemptId: input.attemptId,
      attemptHash,
      day: businessDayOf(createdAt, shop),
      staffId: staff.id,
      staffName: staff.name,
      total,
      currency: shop.currency,
      email: input.email ?? null,
      ...payment,
      createdAt,
    };
  }

  /** Each order by its id, and what it is about in words for the audit. */
  function insertOrders(sale: StoredSale, lines: PricedLine[]): [id: string, about: string][] {
    const placed: [string, string][] = [];
    lines.forEach(({ offer, quantity, player, price }, index) => {
      for (let piece = 0; piece < quantity; piece++) {
        const order = {
          saleId: sale.id,
          saleNumber: sale.number,
          day: sale.day,
          line: index + 1,
          position: placed.length + 1,
          offerId: offer.offerId,
          productName: offer.productName,
          offerName: offer.offerName,
          delivery: offer.delivery,
          playerId: player?.id ?? null,
          serverId: player?.serverId ?? null,
          nickname: player?.nickname ?? null,
          email: sale.email,
          price,
          currency: sale.currency,
          cost: offer.cost,
          costCurrency: offer.costCurrency,
          createdAt: sale.createdAt,
        };
        const about = `${offer.offerId} for ${price}, cost ${offer.cost} ${offer.costCurrency}`;
        placed.push([orders.insert(order), about]);
      }
    });
    return placed;
  }

  return {
    saleOfAttempt: (attemptId: string): string | undefined => findAttempt(db, attemptId)?.id,
    charge,
    /** What became of an attempt to charge, as far as this process can see. */
    ofAttempt(attemptId: string): SaleWithOrders | null {
      const stored = findAttempt(db, attemptId);
      return stored ? show(stored) : null;
    },
    get: (saleId: string): SaleWithOrders => show(find(saleId)),
    list(query: {
      day?: string | undefined;
      query?: string | undefined;
      limit: number;
      cursor?: string | undefined;
    }) {
      const before = query.cursor === undefined ? undefined : Number(query.cursor) || 0;
      const rows = listSales(db, {
        day: query.day,
        text: query.query?.trim(),
        before,
        limit: query.limit + 1,
      });
      const page = rows.slice(0, query.limit);
      const last = page.at(-1);
      return {
        sales: page.map(stored => show(stored).sale),
        ...(rows.length > page.length && last ? { nextCursor: String(last.number) } : {}),
      };
    },
    /** The money for an order that ended without delivery goes back the way it came. */
    refund(orderId: string, staff: StaffMember, reference: string | undefined): Order {
      const { saleId, state, hasKey, restored } = orders.get(orderId);
      if (state === 'refunded' && hasKey && staff.role !== 'manager') {
        throw new TillError('not_allowed', 'The key was delivered: only a manager gives this money back.');
      }
      if (restored && staff.role !== 'manager') {
        throw new TillError(
          'not_allowed',
          'The money may have been given back after the backup: a manager decides.',
        );
      }
      const { method } = find(saleId);
      return orders.refund(orderId, {
        staffId: staff.id,
        staffName: staff.name,
        day: businessDayOf(timeOfSale(clock), settings().shop),
        method,
        ...(reference === undefined ? {} : { reference }),
      });
    },
    /** Whether anything was ever sold here. */
    any: (): boolean => listSales(db, { limit: 1 }).length > 0,
    today: (): string => businessDayOf(clock.now(), settings().shop),
    /** One business day: its sales, the refunds given on it, and the orders of both. */
    ofDay(day: string): {
      sales: Sale[];
      orders: Order[];
      refunds: RefundRecord[];
      numberBefore: number | undefined;
    } {
      const stored = salesOn(db, day);
      const shown = stored.map(show);
      const refunds = orders.refundsOn(day).map(refund => recordOf(refund, find(refund.saleId).day));
      const elsewhere = new Set(
        refunds.filter(refund => refund.saleDay !== day).map(refund => refund.saleId),
      );
      return {
        sales: shown.map(({ sale }) => sale),
        orders: [
          ...shown.flatMap(({ orders: ofSale }) => ofSale),
          ...[...elsewhere].flatMap(saleId => orders.ofSale(saleId)),
        ],
        refunds,
        numberBefore: stored[0] && numberBefore(db, stored[0].number),
      };
    },
  };
}

function recordOf(refund: StoredRefund, saleDay: string): RefundRecord {
  const { reference, createdAt, ...rest } = refund;
  return {
    ...rest,
    saleDay,
    ...(reference === null ? {} : { reference }),
    at: new Date(createdAt).toISOString(),
  };
}

/** What was asked for, whatever order its fields came in. */
function hashOf({ lines, email, payment }: ChargeInput): string {
  const asked = [
    lines.map(line => [
      line.offerId,
      line.quantity,
      line.price,
      line.player?.id ?? null,
      line.player?.serverId ?? null,
    ]),
    email ?? null,
    [payment.method, payment.tendered ?? null, payment.reference ?? null],
  ];
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}
