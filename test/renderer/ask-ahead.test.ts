import { expect, test } from 'vitest';
import { askAhead } from '../../renderer/ask-ahead.ts';
import { FakeTill, ok, refused } from '../support/fake-till.ts';

const SHELF = { query: '', offset: 0, limit: 200 };

function aTill() {
  return new FakeTill().answer('catalogue.products', () => ok({ products: [], total: 0 }));
}

test('what was asked ahead is not asked again, and serves once', async () => {
  const till = aTill();
  const bridge = askAhead(till, [['catalogue.products', SHELF]]);
  expect(await bridge.call('catalogue.products', SHELF)).toEqual(ok({ products: [], total: 0 }));
  expect(till.inputsOf('catalogue.products')).toHaveLength(1);
  await bridge.call('catalogue.products', SHELF);
  expect(till.inputsOf('catalogue.products')).toHaveLength(2);
});

test('another question goes its own way', async () => {
  const till = aTill();
  const bridge = askAhead(till, [['catalogue.products', SHELF]]);
  await bridge.call('catalogue.products', { ...SHELF, query: 'steam' });
  expect(till.inputsOf('catalogue.products')).toEqual([SHELF, { ...SHELF, query: 'steam' }]);
});

test('a refusal from before someone signed in is not shown to them', async () => {
  const till = new FakeTill().answer('catalogue.products', () => refused('not_signed_in'));
  const bridge = askAhead(till, [['catalogue.products', SHELF]]);
  till.answer('catalogue.products', () => ok({ products: [], total: 0 }));
  await Promise.resolve();
  expect(await bridge.call('catalogue.products', SHELF)).toEqual(ok({ products: [], total: 0 }));
});
