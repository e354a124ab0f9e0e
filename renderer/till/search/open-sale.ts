import { createOrdersStore } from '../../orders/orders-store.ts';
import { createPlaceStore } from '../../shell/place-store.ts';
import { useStoreOf } from '../../stores.tsx';

/** Goes to the orders of the sale whose code was scanned: a customer came back with a slip. */
export function useOpenSale(): (code: string) => void {
  const orders = useStoreOf(createOrdersStore);
  const place = useStoreOf(createPlaceStore);
  return code => {
    orders.getState().select(null);
    void orders.getState().submit(code);
    place.getState().go('orders');
  };
}
