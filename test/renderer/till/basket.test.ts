import { describe, expect, test } from 'vitest';
import {
  type Basket,
  type BasketLine,
  hasNewPrice,
  lineId,
  mostOf,
  piecesIn,
  totalOf,
  withAgreedPrices,
  withLine,
  withPrice,
  withQuantity,
} from '../../../renderer/till/basket/basket.ts';
import type { Player } from '../../../shared/contract/orders.ts';
import { anOffer, pubgTopUp, steamKey } from './goods.ts';

function aLine(offer = steamKey, quantity = 1, player?: Player): BasketLine {
  const line = { id: lineId(offer.offerId, player), offer, quantity, price: offer.price ?? '0' };
  return player ? { ...line, player } : line;
}

function basketOf(...lines: BasketLine[]): Basket {
  return lines.reduce<Basket>((basket, line) => {
    const added = withLine(basket, line);
    if (!added.ok) throw new Error(`at most ${added.most}`);
    return added.lines;
  }, []);
}

describe('a basket', () => {
  test('counts the same offer for the same player on one line', () => {
    const basket = basketOf(aLine(steamKey, 2), aLine(steamKey, 3));
    expect(basket).toHaveLength(1);
    expect(piecesIn(basket)).toBe(5);
    expect(totalOf(basket)).toBe('25900');
  });

  test('keeps players and servers apart', () => {
    const basket = basketOf(
      aLine(pubgTopUp, 1, { id: '1' }),
      aLine(pubgTopUp, 1, { id: '2' }),
      aLine(pubgTopUp, 1, { id: '2', serverId: '9' }),
    );
    expect(basket).toHaveLength(3);
  });

  test('adds up without losing a hundredth', () => {
    const cheap = anOffer(1, { price: '0.1' });
    expect(totalOf(basketOf(aLine(cheap, 3)))).toBe('0.3');
  });

  test('takes no more pieces than a sale may have', () => {
    const full = basketOf(aLine(steamKey, 50), aLine(pubgTopUp, 50, { id: '1' }));
    expect(withLine(full, aLine(anOffer(3)))).toEqual({ ok: false, most: 100 });
    expect(withLine(basketOf(aLine(steamKey, 50)), aLine(steamKey))).toEqual({ ok: false, most: 50 });
  });

  test('takes no more lines than a sale may have', () => {
    const lines = Array.from({ length: 50 }, (_, at) => aLine(anOffer(at + 1)));
    expect(withLine(basketOf(...lines), aLine(anOffer(99)))).toEqual({ ok: false, most: 50 });
  });

  test('keeps a quantity within what still fits beside the other lines', () => {
    const basket = basketOf(aLine(steamKey, 45), aLine(pubgTopUp, 45, { id: '1' }), aLine(anOffer(3), 5));
    const [, , last] = basket;
    if (!last) throw new Error('no line');
    expect(mostOf(basket, last)).toBe(10);
    expect(withQuantity(basket, last.id, 40).at(-1)?.quantity).toBe(10);
    expect(withQuantity(basket, last.id, 0).at(-1)?.quantity).toBe(1);
  });
});

describe('a new price', () => {
  test('is on every line of its offer, beside the one the customer was told first', () => {
    const basket = basketOf(
      aLine(pubgTopUp, 1, { id: '1' }),
      aLine(pubgTopUp, 1, { id: '2' }),
      aLine(steamKey),
    );
    const twice = withPrice(withPrice(basket, pubgTopUp.offerId, '2500'), pubgTopUp.offerId, '2600');
    expect(twice.map(line => [line.price, line.priceBefore])).toEqual([
      ['2600', '2400'],
      ['2600', '2400'],
      ['5180', undefined],
    ]);
    expect(hasNewPrice(withAgreedPrices(twice))).toBe(false);
  });

  test('that is the old one written otherwise is no new price', () => {
    expect(hasNewPrice(withPrice(basketOf(aLine()), steamKey.offerId, '5180.00'))).toBe(false);
  });
});
