import type { Bridge } from '../bridge.ts';
import type { BasketSlice } from './basket/basket-slice.ts';
import type { SellerSlice } from './basket/seller-slice.ts';
import type { DeliverySlice } from './delivery/delivery-slice.ts';
import type { ChoiceSlice } from './offer/choice-slice.ts';
import type { PaymentSlice } from './payment/payment-slice.ts';
import type { SearchSlice } from './search/search-slice.ts';

/** Where in a sale the cashier is. */
export type Step = 'browse' | 'product' | 'offer' | 'payment' | 'delivery';

export interface StepSlice {
  step: Step;
  /** One step back: an offer to where it was found, everything else to the products. */
  goBack: () => void;
}

export type TillState = StepSlice &
  SellerSlice &
  SearchSlice &
  ChoiceSlice &
  BasketSlice &
  PaymentSlice &
  DeliverySlice;

/** What every slice works with. */
export interface SliceTools {
  bridge: Bridge;
  get: () => TillState;
  set: (change: Partial<TillState>) => void;
}
