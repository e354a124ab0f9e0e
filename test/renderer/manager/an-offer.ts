import type { Offer } from '../../../shared/contract/catalogue.ts';

export function anOffer(change: Partial<Offer> = {}): Offer {
  return {
    offerId: 1204,
    productName: 'Steam',
    offerName: 'Wallet code, 20 USD',
    region: 'United States',
    platform: 'Steam',
    delivery: 'key',
    needsServer: false,
    cost: '20.05',
    costCurrency: 'USD',
    price: '10180.00',
    hidden: false,
    updatedAt: '2026-03-29T04:00:00.000Z',
    ...change,
  };
}

/** A shelf with one of everything that can be so about an offer. */
export const SHELF: readonly Offer[] = [
  anOffer(),
  anOffer({ offerId: 1205, offerName: 'Wallet code, 50 USD', cost: '50.10', price: '25430.00' }),
  anOffer({
    offerId: 'telegram_stars_100',
    productName: 'Telegram Stars',
    offerName: '100 Stars',
    region: 'Global',
    platform: 'Telegram',
    delivery: 'stars',
    cost: '1.56',
    ownPrice: '1095.00',
    price: '1095.00',
  }),
  anOffer({
    offerId: 7310,
    productName: 'Valorant',
    offerName: '1000 Valorant Points',
    region: 'Türkiye',
    platform: 'Riot',
    cost: '310.00',
    costCurrency: 'TRY',
    price: null,
    unsellable: 'no_rate',
  }),
  anOffer({
    offerId: 5521,
    productName: 'PUBG Mobile',
    offerName: '660 UC',
    delivery: 'topup',
    cost: '9.99',
    price: '5075.00',
    hidden: true,
  }),
  anOffer({
    offerId: 9912,
    productName: 'Xbox',
    offerName: 'Game Pass Ultimate, 3 months',
    cost: '37.40',
    price: null,
    unsellable: 'out_of_stock',
  }),
];
