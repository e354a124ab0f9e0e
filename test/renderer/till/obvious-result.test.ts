import { describe, expect, test } from 'vitest';
import { NO_PAGES } from '../../../renderer/till/paged.ts';
import { obviousResult } from '../../../renderer/till/search/obvious-result.ts';
import type { Offer } from '../../../shared/contract/catalogue.ts';
import { anOffer, productsOf, pubgTopUp, stars, steamKey } from './goods.ts';

function found(text: string, offers: Offer[]) {
  const products = productsOf(offers);
  return obviousResult(
    text,
    { ...NO_PAGES, items: products, total: products.length },
    { ...NO_PAGES, items: offers, total: offers.length },
  );
}

describe('Enter in the search', () => {
  test('means the offer with exactly that id, however many others were found', () => {
    expect(found('1001', [anOffer(10_010), steamKey])).toEqual({ offer: steamKey });
    expect(found('Telegram_Stars_500', [stars, pubgTopUp])).toEqual({ offer: stars });
  });

  test('means the product with exactly that name', () => {
    expect(found('steam', [steamKey, anOffer(2, { productName: 'Steam Wallet' })])).toEqual({
      product: 'Steam',
    });
  });

  test('means Telegram Stars where Stars are asked for, and no game that has them in its name', () => {
    const brawl = anOffer(31, { productName: 'Brawl Stars', delivery: 'topup' });
    for (const typed of ['stars', 'Stars', 'звёзды', 'telegram', 'Telegram Stars']) {
      expect(found(typed, [brawl, stars])).toEqual({ product: 'Telegram Stars' });
    }
    expect(found('brawl', [brawl, stars])).toEqual({ product: 'Brawl Stars' });
  });

  test('means nothing where several names begin with what was typed', () => {
    const rivals = ['PUBG Mobile', 'PUBG New State'].map((productName, at) =>
      anOffer(40 + at, { productName }),
    );
    expect(found('pubg', rivals)).toBeUndefined();
  });

  test('means the only offer, or the only product', () => {
    expect(found('us 10', [steamKey])).toEqual({ offer: steamKey });
    expect(found('ste', [steamKey, anOffer(2)])).toEqual({ product: 'Steam' });
  });

  test('means nothing where there is a choice, or what was meant cannot be sold', () => {
    expect(found('s', [steamKey, stars])).toBeUndefined();
    expect(found('7', [anOffer(7, { unsellable: 'out_of_stock' }), anOffer(71)])).toBeUndefined();
  });
});
