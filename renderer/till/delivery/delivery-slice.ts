import type { Order } from '../../../shared/contract/orders.ts';
import type { Sale } from '../../../shared/contract/sales.ts';
import type { Output } from '../../../shared/contract.ts';
import type { Receipt } from '../../../shared/receipt.ts';
import { type Answered, answered, asking, UNASKED } from '../../answered.ts';
import type { BridgeEvent, CallError } from '../../bridge.ts';
import type { SliceTools, TillState } from '../state.ts';
import { merged } from './sale-orders.ts';

export interface DeliverySlice {
  /** The sale that was taken last; it stays at hand while the next one is made. */
  sale: Sale | null;
  orders: readonly Order[];
  /** Told while a payment is under way, when nobody knows yet whose orders they are. */
  early: readonly Order[];
  receipt: Answered<Receipt>;
  beginDelivery: (taken: Output<'sales.charge'>) => void;
  hearOrders: (orders: readonly Order[]) => void;
  /** Asks for sale and orders again. */
  refreshSale: () => Promise<void>;
  refreshReceipt: () => Promise<void>;
  /** Records that the customer has the money of one order back; answers why not, or null. */
  giveBack: (orderId: string, reference?: string) => Promise<CallError | null>;
  newSale: () => void;
  showLastSale: () => void;
}

export function deliverySlice({ bridge, get, set }: SliceTools): DeliverySlice {
  let previewsAsked = 0;

  function take(orders: readonly Order[]): void {
    const { sale } = get();
    if (!sale || !orders.some(order => order.saleId === sale.id)) return;
    set({ orders: merged(get().orders, orders, sale.id) });
    if (get().step === 'delivery') void get().refreshReceipt();
  }

  return {
    sale: null,
    orders: [],
    early: [],
    receipt: UNASKED,
    beginDelivery({ sale, orders }) {
      const { early } = get();
      set({ step: 'delivery', sale, orders: merged(orders, early, sale.id), early: [], receipt: UNASKED });
      set({ chargeError: null, showsProblem: false });
      void get().refreshReceipt();
    },
    hearOrders(orders) {
      if (get().attempt) set({ early: [...get().early, ...orders] });
      take(orders);
    },
    async refreshSale() {
      const { sale } = get();
      if (!sale) return;
      const answer = await bridge.call('sales.get', { saleId: sale.id });
      if (!answer.ok || get().sale?.id !== sale.id) return;
      set({ sale: answer.value.sale });
      take(answer.value.orders);
    },
    async refreshReceipt() {
      const { sale } = get();
      if (!sale) return;
      const asked = ++previewsAsked;
      set({ receipt: asking(get().receipt) });
      const answer = await bridge.call('printer.preview', { saleId: sale.id });
      if (asked !== previewsAsked) return;
      const preview = answer.ok ? { ok: true as const, value: answer.value.receipt } : answer;
      set({ receipt: answered(get().receipt, preview) });
    },
    async giveBack(orderId, reference) {
      const answer = await bridge.call('sales.refund', {
        orderId,
        ...(reference ? { reference } : {}),
      });
      if (!answer.ok) return answer.error;
      take([answer.value.order]);
      return null;
    },
    newSale: () => set({ step: 'browse', product: null, query: '', choice: null }),
    showLastSale() {
      if (!get().sale) return;
      set({ step: 'delivery' });
      void get().refreshReceipt();
    },
  };
}

/** What the till says by itself, as far as the sale in hand is concerned. */
export function heedDelivery(event: BridgeEvent, till: TillState): void {
  switch (event.name) {
    case 'orders.changed':
      till.hearOrders(event.payload.orders);
      break;
    case 'printer.changed':
      if (till.step === 'delivery' && event.payload.state !== 'printing') void till.refreshReceipt();
      break;
    case 'session.changed':
      if (event.payload.staff) void till.refreshSale();
      break;
    case 'resync':
      void till.refreshSale();
  }
}
