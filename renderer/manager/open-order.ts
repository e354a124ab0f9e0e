import type { ShownOrders } from '../orders/order-filters.ts';
import { createOrdersStore } from '../orders/orders-store.ts';
import { createPlaceStore } from '../shell/place-store.ts';
import { useStoreOf } from '../stores.tsx';

/** Goes to the orders: to one of them, or to those under a tab. */
export function useOpenOrders(): {
  openOrder: (orderId: string) => void;
  showOrders: (shown: ShownOrders) => void;
} {
  const orders = useStoreOf(createOrdersStore);
  const place = useStoreOf(createPlaceStore);
  return {
    openOrder(orderId) {
      orders.getState().select(orderId);
      place.getState().go('orders');
    },
    showOrders(shown) {
      orders.getState().select(null);
      orders.getState().show(shown);
      place.getState().go('orders');
    },
  };
}
