import type { Order } from '../../shared/contract/orders.ts';
import type { Sale } from '../../shared/contract/sales.ts';
import type { Settings } from '../../shared/contract/terminal.ts';
import { TillError } from '../../shared/errors.ts';
import { isFinal } from '../../shared/order-state.ts';
import type { Receipt } from '../../shared/receipt.ts';
import { outcomeOf } from '../../shared/sale-outcome.ts';
import type { Orders } from '../orders/orders.ts';
import type { Clock, Printer } from '../ports.ts';
import type { Sales } from '../sales/sales.ts';
import type { Paper } from './paper.ts';
import type { PrintQueue } from './print-queue.ts';
import type { PrintQueueParts, Rendered } from './print-queue-parts.ts';
import { isAtTheCounter } from './print-rules.ts';
import type { PrintJob } from './print-store.ts';
import { buildReceipt, receiptKind } from './receipt.ts';

export interface SalePrintParts {
  clock: Clock;
  settings: () => Settings;
  sales: Sales;
  orders: Orders;
  queue: () => PrintQueue;
  isReachable: () => boolean;
  /** Does what a timer asks for, and notes what fails. */
  noting: (what: string, work: () => void) => void;
}

/** A trouble that is over within so long needs no paper. */
const SLIP_AFTER_MS = 4_000;

interface Drawn extends Pick<Rendered, 'kind' | 'keysOf'> {
  draw: (paper: Paper) => void;
}

/** What is printed of a sale, and when it is printed without being asked for. */
export function createSalePrints(parts: SalePrintParts) {
  const { clock, settings, sales, orders, queue } = parts;
  /** Sales without paper whose customers stand there still, and what takes back the look at them that is due. */
  const atTheCounter = new Map<string, (() => void) | undefined>();

  const render: PrintQueueParts['render'] = async (job, printer) => {
    const { kind, keysOf, draw } = await drawn(job, printer);
    // The printers' languages are loaded with the first print: no start waits for them.
    const { toEscPos, toPage } = await import('./on-paper.ts');
    const { paper } = settings().receipt;
    if (printer.takes === 'page') {
      const page = toPage(draw, paper);
      return { kind, keysOf, print: () => printer.print(page) };
    }
    const bytes = toEscPos(draw, paper);
    return { kind, keysOf, print: () => printer.print(bytes) };
  };

  async function drawn(job: PrintJob, { target }: Printer): Promise<Drawn> {
    const rules = settings();
    if (job.kind === 'test' || job.saleId === null) {
      const { drawTestPage } = await import('./test-page.ts');
      const at = new Date(clock.now()).toISOString();
      return {
        kind: 'test',
        keysOf: [],
        draw: paper => drawTestPage(paper, { settings: rules, target, at }),
      };
    }
    const { drawReceipt } = await import('./draw.ts');
    const shown = sales.get(job.saleId);
    const keys = keysFor(job, shown.orders);
    const receipt = buildReceipt({ ...shown, settings: rules, keys, copy: job.copy });
    return { kind: receipt.kind, keysOf: [...keys.keys()], draw: paper => drawReceipt(paper, receipt) };
  }

  /** Opened here, just before printing, and gone with the bytes. */
  function keysFor(job: PrintJob, ofSale: Order[]): Map<string, string> {
    return new Map(wantedOf(job, ofSale).map(order => [order.id, orders.openKey(order.id)]));
  }

  const hasKeys: PrintQueueParts['hasKeys'] = job =>
    job.saleId !== null && wantedOf(job, sales.get(job.saleId).orders).length > 0;

  /** A sale whose orders have all been delivered while the customer stands there comes out by itself, once. */
  function afterChange(changed: Order[]): void {
    // A sale is settled by its last order's end: what is only under way need not be looked at.
    const ended = changed.filter(order => isFinal(order.state));
    for (const saleId of new Set(ended.map(order => order.saleId))) printSettled(saleId);
    for (const saleId of new Set(changed.map(order => order.saleId))) lookSoon(saleId);
  }

  function lookSoon(saleId: string): void {
    if (!atTheCounter.has(saleId) || atTheCounter.get(saleId)) return;
    const look = (): void => {
      atTheCounter.set(saleId, undefined);
      parts.noting('a slip could not be lined up', () => slipWhereItTakesLonger(saleId));
    };
    atTheCounter.set(saleId, clock.after(SLIP_AFTER_MS, look));
  }

  /** What its goods are collected with, for a customer who is told to come back. */
  function slipWhereItTakesLonger(saleId: string): void {
    const { sale, orders: ofSale } = sales.get(saleId);
    const outcome = outcomeOf(ofSale, parts.isReachable());
    const isHere = isHereStill(sale) && !queue().hasPrints(saleId) && settings().autoPrint;
    if (isHere && (outcome === 'later' || outcome === 'decide')) printByItself('slip', saleId);
    else if (isHere && outcome === 'delivering') return;
    forget(saleId);
  }

  function forget(saleId: string): void {
    atTheCounter.get(saleId)?.();
    atTheCounter.delete(saleId);
  }

  const isHereStill = ({ createdAt }: Sale): boolean => isAtTheCounter(Date.parse(createdAt), clock.now());

  function printSettled(saleId: string): void {
    if (!settings().autoPrint) return;
    const { sale, orders: ofSale } = sales.get(saleId);
    const settled = currentKind(ofSale) === 'receipt';
    if (!settled || !isHereStill(sale) || sale.progress.delivered === 0 || queue().hasPrints(saleId)) return;
    printByItself('receipt', saleId);
  }

  /** Asked for by its sale: a key that nobody is there to take counts its minutes from the charge. */
  function printByItself(kind: 'receipt' | 'slip', saleId: string): void {
    const { staff, createdAt } = sales.get(saleId).sale;
    try {
      queue().enqueue({ kind, saleId, staffId: staff.id, askedAt: Date.parse(createdAt) });
    } catch (error) {
      if (!(error instanceof TillError) || error.code !== 'no_printer') throw error;
    }
  }

  return {
    render,
    hasKeys,
    afterChange,
    /** The customer of a sale that will not be delivered in a moment gets what its goods are collected with. */
    afterCharge(saleId: string): void {
      atTheCounter.set(saleId, undefined);
      slipWhereItTakesLonger(saleId);
    },
    afterConnectionChange(): void {
      for (const saleId of atTheCounter.keys()) lookSoon(saleId);
    },
    stop(): void {
      for (const saleId of [...atTheCounter.keys()]) forget(saleId);
    },
    printSale(saleId: string, staffId: string): { printId: string; copy: boolean } {
      const { orders: ofSale } = sales.get(saleId);
      const kind = currentKind(ofSale);
      return queue().enqueue({ kind, saleId, staffId });
    },
    printOrder(orderId: string, staffId: string): { printId: string; copy: boolean } {
      const { saleId } = orders.get(orderId);
      return queue().enqueue({ kind: 'receipt', saleId, orderId, staffId });
    },
    /** As it would come out now: without keys, and a copy where the sale is on paper already. */
    preview(saleId: string): Receipt {
      const shown = sales.get(saleId);
      const copy = queue().wasPrinted(saleId, currentKind(shown.orders));
      return buildReceipt({ ...shown, settings: settings(), copy });
    },
  };
}

/** An order that was ordered again no longer counts. */
function currentKind(orders: readonly Order[]): Receipt['kind'] {
  return receiptKind(orders.filter(order => order.replacedBy === undefined));
}

/** The orders whose keys go on this print. */
function wantedOf(job: PrintJob, ofSale: readonly Order[]): Order[] {
  return ofSale.filter(
    order =>
      order.hasKey && order.state === 'completed' && (job.orderId === null || job.orderId === order.id),
  );
}
