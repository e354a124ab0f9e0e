import { expect, test } from 'vitest';
import { aStockedCatalogue } from '../support/a-catalogue.ts';
import { anOffer, aRow, ok, refused, unsent } from '../support/fake-partner.ts';

const shop = () => aStockedCatalogue([aRow(), aRow({ offerId: 1001, price: '10.00', currency: 'USD' })]);

test('an offer is answered as it is known', async () => {
  const { catalogue, partner } = await shop();
  const asked = partner.asked.length;
  expect((await catalogue.get({ offerId: 999, fresh: false })).offer).toMatchObject({ price: '25.00' });
  expect(partner.asked).toHaveLength(asked);
});

test('an offer asked for fresh comes at today’s cost', async () => {
  const { catalogue, partner } = await shop();
  partner.answers.offer = async () => ok(anOffer({ price: '30.00' }));
  const { offer } = await catalogue.get({ offerId: 999, fresh: true });
  expect(offer).toMatchObject({ cost: '30.00', price: '35.00' });
  expect(catalogue.find(999)?.cost).toBe('30.00');
});

test('without the network the known cost is answered', async () => {
  const { catalogue, partner } = await shop();
  partner.answers.offer = async () => unsent;
  expect((await catalogue.get({ offerId: 999, fresh: true })).offer.cost).toBe('23.09');
});

test('an offer the partner no longer knows cannot be sold', async () => {
  const { catalogue, partner } = await shop();
  partner.answers.offer = async () => refused('OFFER_NOT_FOUND');
  expect((await catalogue.get({ offerId: 999, fresh: true })).offer).toMatchObject({
    price: null,
    unsellable: 'offer_gone',
  });
  expect(catalogue.size()).toBe(1);
});

test('an offer this shop never heard of is not found', async () => {
  const { catalogue } = await shop();
  await expect(catalogue.get({ offerId: 5, fresh: true })).rejects.toMatchObject({ code: 'offer_not_found' });
  expect(() => catalogue.save({ offerId: 5, hidden: true })).toThrow(
    expect.objectContaining({ code: 'offer_not_found' }),
  );
  expect(catalogue.find(5)).toBeUndefined();
});

test('a new rate changes every price at once', async () => {
  const { catalogue, set } = await shop();
  expect(catalogue.find(1001)?.price).toBe('5080.00');
  set({ rates: { USD: '500.00' } });
  expect(catalogue.find(1001)?.price).toBe('5400.00');
  set({ rates: {} });
  expect(catalogue.find(1001)).toMatchObject({ price: null, unsellable: 'no_rate' });
});

test('the manager sets a price, hides an offer and takes both back, each in the audit once', async () => {
  const { catalogue, audited } = await shop();
  audited.length = 0;
  expect(catalogue.save({ offerId: 999, ownPrice: '40' }).offer).toMatchObject({
    price: '40.00',
    ownPrice: '40',
  });
  catalogue.save({ offerId: 999, ownPrice: '40' });
  expect(catalogue.save({ offerId: 999, hidden: true }).offer).toMatchObject({
    hidden: true,
    price: '40.00',
  });
  const { offer } = catalogue.save({ offerId: 999, ownPrice: null, hidden: false });
  expect(offer).toMatchObject({ price: '25.00', hidden: false });
  expect(offer).not.toHaveProperty('ownPrice');
  expect(audited.map(({ subject, details }) => [subject, details])).toEqual([
    ['999', { ownPrice: '40', hidden: false }],
    ['999', { ownPrice: '40', hidden: true }],
    ['999', { ownPrice: null, hidden: false }],
  ]);
});

test.each(['0', '0.00', '12.345'])('a price of %s cannot be paid', async ownPrice => {
  const { catalogue } = await shop();
  expect(() => catalogue.save({ offerId: 999, ownPrice })).toThrow(
    expect.objectContaining({ code: 'invalid_input' }),
  );
  expect(catalogue.find(999)?.price).toBe('25.00');
});

test('a cost that someone else read is kept, and shows that the offer is still sold', async () => {
  const { catalogue } = await shop();
  catalogue.markGone(999);
  catalogue.noteCost(999, '0.78', 'USD');
  expect(catalogue.find(999)).toMatchObject({ cost: '0.78', costCurrency: 'USD', price: '400.00' });
  expect(catalogue.size()).toBe(2);
  catalogue.noteCost(5, '1.00', 'USD');
  expect(catalogue.find(5)).toBeUndefined();
});
