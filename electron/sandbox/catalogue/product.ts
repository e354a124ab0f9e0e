import type { Delivery } from '../../../shared/contract/catalogue.ts';
import type { Decimal } from '../../../shared/money.ts';
import type { OfferId } from '../../../shared/offer-id.ts';
import type { Currency } from '../exchange.ts';
import type { KeyForm } from '../keys.ts';
import type { RegionCode } from './regions.ts';

/** `typed`: any number the player knows (a zone). A list: one of its ids. */
export type Servers = 'none' | 'typed' | Readonly<Record<string, string>>;

/** The game or brand that groups offers. */
export interface Product {
  name: string;
  category: string;
  platform: string;
  delivery: Delivery;
  keyForm: KeyForm;
  servers: Servers;
  /** check-game-data can say something about its players. */
  checkable: boolean;
}

/** One product in one region, with what it is sold in: a name and what that is worth in US cents. */
export interface Family {
  product: Product;
  region: RegionCode;
  currency: Currency;
  items: readonly (readonly [name: string, usdCents: number])[];
}

export interface SandboxOffer {
  readonly offerId: OfferId;
  readonly productId: number;
  readonly product: Product;
  readonly offerName: string;
  readonly region: RegionCode;
  readonly currency: Currency;
  price: Decimal;
  inStock: boolean;
}
