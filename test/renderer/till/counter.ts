import type { Offer } from '../../../shared/contract/catalogue.ts';
import type { StaffMember } from '../../../shared/contract/common.ts';
import type { Order } from '../../../shared/contract/orders.ts';
import type { Sale } from '../../../shared/contract/sales.ts';
import type { TerminalStatus } from '../../../shared/contract/terminal.ts';
import type { Input } from '../../../shared/contract.ts';
import { compare, multiply, subtract, sum, toCurrency } from '../../../shared/money.ts';
import type { Receipt } from '../../../shared/receipt.ts';
import { FakeTill, ok, refused } from '../../support/fake-till.ts';
import { aBalance, aida, aStatus, timur } from '../../support/fixtures.ts';
import { aCatalogue, productsOf } from './goods.ts';

type Charge = Input<'sales.charge'>;

interface CounterOptions {
  offers?: Offer[];
  staff?: StaffMember;
  status?: Partial<TerminalStatus>;
}

/** A till with a catalogue and an attentive partner, which remembers its sales. */
export class Counter extends FakeTill {
  readonly offers: Offer[];
  readonly taken = new Map<string, { sale: Sale; orders: Order[] }>();
  status: TerminalStatus;
  /** Whether paper came out before: the next is a copy. */
  isPrinted = false;

  constructor({ offers = aCatalogue(), staff = timur, status = {} }: CounterOptions = {}) {
    super();
    this.offers = offers;
    this.status = aStatus({ session: { staff }, ...status });
    this.answer('terminal.status', () => ok(this.status));
    this.answer('balance.get', () => ok(aBalance()));
    this.answer('catalogue.products', ({ query = '', offset = 0, limit = 60 }) => {
      const products = productsOf(this.#matching(query));
      return ok({ products: products.slice(offset, offset + limit), total: products.length });
    });
    this.answer('catalogue.search', ({ query = '', product, offset = 0, limit = 60 }) => {
      const found = this.#matching(query).filter(offer => !product || offer.productName === product);
      return ok({ offers: found.slice(offset, offset + limit), total: found.length });
    });
    this.answer('player.check', () => ok({ result: 'valid', nickname: 'NightOwl' }));
    this.answer('player.servers', () => ok({ servers: [] }));
    this.answer('player.telegram', ({ username }) =>
      ok({ valid: true, username: username.replace('@', ''), telegramId: '777000111', firstName: 'Aigerim' }),
    );
    this.answer('sales.charge', input => this.charge(input));
    this.answer('sales.get', ({ saleId }) => this.#saleOr404(saleId));
    this.answer('sales.refund', ({ orderId }) => {
      const order = this.#orderOf(orderId);
      if (!order) return refused('not_found');
      const at = new Date().toISOString();
      const refund = { amount: order.price, at, staffName: 'Timur' };
      return ok({ order: this.change(order, { refund, next: 'none' }) });
    });
    this.answer('orders.revealKey', () => ok({ key: 'AB3D-5FGH-9JKL' }));
    this.answer('printer.printSale', () => ok({ printId: 'print-1', copy: false }));
    this.answer('printer.preview', ({ saleId }) => {
      const answer = this.#saleOr404(saleId);
      return answer.ok
        ? ok({ receipt: { ...receiptOf(answer.value.sale, answer.value.orders), copy: this.isPrinted } })
        : answer;
    });
  }

  /** Takes a sale as the till does; every order is queued. */
  charge(input: Charge) {
    const known = this.taken.get(input.attemptId);
    if (known) return ok(known);
    const number = String(1042 + this.taken.size);
    const orders = input.lines.flatMap(line =>
      Array.from({ length: line.quantity }, () => this.#orderFor(line, number)),
    );
    orders.forEach((order, at) => {
      order.id = `order-${number}-${at + 1}`;
      order.position = at + 1;
    });
    const made = { sale: this.#saleFor(input, number), orders };
    this.taken.set(input.attemptId, made);
    return ok(made);
  }

  /** Every order of the last sale becomes this, and the screens hear it. */
  tell(change: Partial<Order>): void {
    const last = [...this.taken.values()].at(-1);
    const orders = (last?.orders ?? []).map(order => this.change(order, change));
    const queue = { waiting: 0, held: 0, toRefund: 0, amount: '0' };
    this.emit({ name: 'orders.changed', payload: { orders, queue } });
  }

  signIn(staff: StaffMember | null): void {
    this.status = { ...this.status, session: staff ? { staff } : null };
    this.emit({ name: 'session.changed', payload: { staff } });
  }

  change(order: Order, change: Partial<Order>): Order {
    const updatedAt = new Date(Date.parse(order.updatedAt) + 1000).toISOString();
    const changed = { ...order, ...change, updatedAt };
    for (const made of this.taken.values()) {
      made.orders = made.orders.map(each => (each.id === order.id ? changed : each));
    }
    return changed;
  }

  #matching(query: string): Offer[] {
    const words = query
      .toLowerCase()
      .split(/[\s_]+/)
      .filter(Boolean);
    return this.offers.filter(offer => {
      const text =
        `${offer.offerId} ${offer.productName} ${offer.offerName} ${offer.region ?? ''}`.toLowerCase();
      return words.every(word => text.split(/[\s_]+/).some(part => part.startsWith(word)));
    });
  }

  #orderOf(orderId: string): Order | undefined {
    return [...this.taken.values()].flatMap(made => made.orders).find(order => order.id === orderId);
  }

  #saleOr404(saleId: string) {
    const made = [...this.taken.values()].find(({ sale }) => sale.id === saleId);
    return made ? ok(made) : refused('not_found');
  }

  #offerOf(line: Charge['lines'][number]): Offer {
    const offer = this.offers.find(({ offerId }) => offerId === line.offerId);
    if (!offer) throw new Error(`The counter does not sell ${line.offerId}.`);
    return offer;
  }

  #orderFor(line: Charge['lines'][number], number: string): Order {
    const { offerId, productName, offerName, delivery, cost, costCurrency } = this.#offerOf(line);
    const at = '2026-03-29T09:05:00.000Z';
    return {
      id: '',
      saleId: `sale-${number}`,
      saleNumber: number,
      position: 0,
      offerId,
      productName,
      offerName,
      delivery,
      ...(line.player ? { player: line.player } : {}),
      state: 'queued',
      next: 'automatic',
      decisions: [],
      attempts: 0,
      hasKey: false,
      price: toCurrency(line.price, 'KZT'),
      currency: 'KZT',
      cost,
      costCurrency,
      createdAt: at,
      updatedAt: at,
    };
  }

  #saleFor({ attemptId, lines, payment, email }: Charge, number: string): Sale {
    const total = toCurrency(sum(lines.map(line => multiply(line.price, line.quantity))), 'KZT');
    const tendered = payment.method === 'cash' ? (payment.tendered ?? total) : undefined;
    return {
      id: `sale-${number}`,
      number,
      attemptId,
      createdAt: '2026-03-29T09:05:00.000Z',
      day: '2026-03-29',
      staff: { id: timur.id, name: timur.name },
      lines: lines.map(line => {
        const { offerId, productName, offerName, delivery } = this.#offerOf(line);
        const amount = toCurrency(multiply(line.price, line.quantity), 'KZT');
        return {
          offerId,
          productName,
          offerName,
          delivery,
          quantity: line.quantity,
          ...(line.player ? { player: line.player } : {}),
          price: toCurrency(line.price, 'KZT'),
          amount,
        };
      }),
      total,
      refunded: '0.00',
      currency: 'KZT',
      ...(email ? { email } : {}),
      payment: {
        method: payment.method,
        ...(tendered === undefined
          ? {}
          : {
              tendered: toCurrency(tendered, 'KZT'),
              change: toCurrency(compare(tendered, total) > 0 ? subtract(tendered, total) : '0', 'KZT'),
            }),
        ...(payment.reference ? { reference: payment.reference } : {}),
      },
      progress: { delivered: 0, open: lines.length, failed: 0 },
    };
  }
}

const FINAL = ['completed', 'canceled', 'refunded'];

function receiptOf(sale: Sale, orders: readonly Order[]): Receipt {
  let next = 0;
  return {
    kind: orders.every(order => FINAL.includes(order.state)) ? 'receipt' : 'slip',
    language: 'en',
    copy: false,
    shopName: 'Player One',
    header: ['Abay Avenue 10, Almaty', '+7 727 000 00 00'],
    footer: ['Thank you, come again!'],
    saleId: sale.id,
    saleNumber: sale.number,
    at: '2026-03-29 14:05',
    cashier: sale.staff.name,
    currency: sale.currency,
    lines: sale.lines.map(line => {
      const mine = orders.slice(next, next + line.quantity);
      next += line.quantity;
      const { productName, offerName, delivery, quantity, price, amount, player } = line;
      return {
        productName,
        offerName,
        delivery,
        quantity,
        price,
        amount,
        ...(player ? { player: `${player.id} ${player.nickname ?? ''}`.trim() } : {}),
        items: mine.map(order => ({
          orderId: order.id,
          status: order.refund
            ? ('refunded' as const)
            : order.state === 'completed'
              ? ('delivered' as const)
              : FINAL.includes(order.state)
                ? ('failed' as const)
                : ('waiting' as const),
        })),
      };
    }),
    total: sale.total,
    payment: sale.payment,
  };
}

export const manager = aida;
