import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Input } from '../../shared/contract.ts';
import { openTestTill, TEST_OFFER, type TestTill } from '../support/test-till.ts';

let till: TestTill;
beforeAll(async () => {
  till = await openTestTill();
});
afterAll(() => till.stop());

type Draft = NonNullable<Input<'sales.keep'>['draft']>;

async function aDraft(attemptId: string): Promise<Draft> {
  const { offer } = await till.call('catalogue.get', { offerId: TEST_OFFER });
  return {
    attemptId,
    attempt: null,
    isAtPayment: true,
    seller: till.manager,
    begunBy: till.manager,
    lines: [{ offer, quantity: 2, price: offer.price ?? '0', doubt: 'unavailable' }],
    payment: { method: 'cash', tendered: '10000', reference: '', email: 'client@mail.kz' },
  };
}

test('a screen that is loaded again gets the sale that was on it, until it is given up', async () => {
  expect(await till.call('sales.kept', {})).toEqual({});
  const draft = await aDraft('attempt-kept');
  await till.call('sales.keep', { draft });
  expect(await till.call('sales.kept', {})).toEqual({ draft });
  expect(till.terminal.hasSaleOnScreen()).toBe(true);
  await till.call('sales.keep', { draft: null });
  expect(await till.call('sales.kept', {})).toEqual({});
  expect(till.terminal.hasSaleOnScreen()).toBe(false);
});

test('a sale that was charged is no draft any more, even for a screen that says so too late', async () => {
  const draft = await aDraft('attempt-charged');
  await till.call('sales.keep', { draft });
  const { sale } = await till.call('sales.charge', {
    attemptId: draft.attemptId,
    lines: [{ offerId: TEST_OFFER, quantity: 2, price: draft.lines[0]?.price ?? '' }],
    payment: { method: 'cash' },
  });
  await till.call('sales.keep', {
    draft: { ...draft, attempt: { state: 'sending', isDoubtful: false, by: null, error: null } },
  });
  expect(await till.call('sales.kept', {})).toEqual({ saleId: sale.id });
  expect(till.terminal.hasSaleOnScreen()).toBe(false);
});

test('it is shown to nobody while the till is locked, and is not there after a restart', async () => {
  await till.call('sales.keep', { draft: await aDraft('attempt-locked') });
  await till.call('session.signOut', {});
  expect(await till.refusal('sales.kept', {})).toMatchObject({ code: 'not_signed_in' });
  expect(till.terminal.hasSaleOnScreen()).toBe(true);
  await till.restart();
  await till.signIn();
  expect(await till.call('sales.kept', {})).toEqual({});
});
