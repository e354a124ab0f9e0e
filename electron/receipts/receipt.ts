import { Temporal } from 'temporal-polyfill';
import type { Order, Player } from '../../shared/contract/orders.ts';
import type { Sale } from '../../shared/contract/sales.ts';
import type { Settings } from '../../shared/contract/terminal.ts';
import { isPositive } from '../../shared/money.ts';
import { isFinal } from '../../shared/order-state.ts';
import type { Language } from '../../shared/people.ts';
import type { Receipt } from '../../shared/receipt.ts';
import { writtenAmount, writtenDay } from './written.ts';

export interface ReceiptSource {
  sale: Sale;
  /** Every order of the sale, the replaced ones too. */
  orders: readonly Order[];
  settings: Pick<Settings, 'language' | 'shop' | 'receipt'>;
  /** Order id → key, for what goes on paper only. Orders left out show as delivered, without their key. */
  keys?: ReadonlyMap<string, string>;
  copy?: boolean;
}

type Item = Receipt['lines'][number]['items'][number];

/** A receipt once every order of the sale is settled; until then a slip that the rest is collected with. */
export function receiptKind(orders: readonly Order[]): Receipt['kind'] {
  return orders.every(order => isFinal(order.state)) ? 'receipt' : 'slip';
}

/** What the customer is handed for a sale, as it stands now. Throws when `orders` are not those of the sale. */
export function buildReceipt({ sale, orders, settings, keys, copy }: ReceiptSource): Receipt {
  const current = currentOrders(orders);
  const { tendered, change, reference } = sale.payment;
  const { language } = settings;
  let next = 0;
  const lines = sale.lines.map(line => {
    const mine = current.slice(next, next + line.quantity);
    next += line.quantity;
    return {
      productName: line.productName,
      offerName: line.offerName,
      delivery: line.delivery,
      quantity: line.quantity,
      price: writtenAmount(line.price, language),
      amount: writtenAmount(line.amount, language),
      ...(line.player && { player: playerText(line.player) }),
      items: mine.map(order => itemOf(order, keys?.get(order.id))),
    };
  });
  if (next !== current.length) {
    throw new Error(`sale ${sale.number} has ${next} pieces and ${current.length} orders`);
  }
  return {
    kind: receiptKind(current),
    language,
    copy: copy ?? false,
    shopName: settings.shop.name,
    header: textLines(settings.receipt.header),
    footer: textLines(settings.receipt.footer),
    saleId: sale.id,
    saleNumber: sale.number,
    at: timeInZone(sale.createdAt, settings.shop.timeZone, language),
    cashier: sale.staff.name,
    currency: sale.currency,
    lines,
    total: writtenAmount(sale.total, language),
    ...(isPositive(sale.refunded) && { refunded: writtenAmount(sale.refunded, language) }),
    payment: {
      method: sale.payment.method,
      ...(tendered !== undefined && { tendered: writtenAmount(tendered, language) }),
      ...(change !== undefined && { change: writtenAmount(change, language) }),
      ...(reference !== undefined && { reference }),
    },
  };
}

/** "2026-03-29 14:05", in Russian "29.03.2026 14:05", as the shop's clock showed it. `at`: ISO 8601, UTC. */
export function timeInZone(at: string, timeZone: string, language: Language): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  return `${writtenDay(local.toPlainDate().toString(), language)} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

/** One order per piece sold, in the sale's order: where one was ordered again, the newest stands for it. */
function currentOrders(orders: readonly Order[]): Order[] {
  const replacements = new Map(orders.flatMap(order => (order.replaces ? [[order.replaces, order]] : [])));
  const newest = (order: Order): Order => {
    const replacement = replacements.get(order.id);
    return replacement ? newest(replacement) : order;
  };
  return orders
    .filter(order => order.replaces === undefined)
    .sort((a, b) => a.position - b.position)
    .map(newest);
}

function itemOf(order: Order, key: string | undefined): Item {
  const status = statusOf(order);
  return {
    orderId: order.id,
    ...(order.partnerOrderId !== undefined && { partnerOrderId: order.partnerOrderId }),
    ...(status === 'delivered' && key !== undefined && { key }),
    status,
  };
}

function statusOf(order: Order): Item['status'] {
  if (order.refund) return 'refunded';
  if (order.state === 'completed') return 'delivered';
  return isFinal(order.state) ? 'failed' : 'waiting';
}

/** The way players write it themselves: "12345678 (2001) Nick". */
function playerText(player: Player): string {
  const server = player.serverId ? ` (${player.serverId})` : '';
  return `${player.id}${server}${player.nickname ? ` ${player.nickname}` : ''}`;
}

function textLines(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/).map(line => line.trimEnd());
  while (lines.at(-1) === '') lines.pop();
  return lines;
}
