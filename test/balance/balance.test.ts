import { describe, expect, test } from 'vitest';
import { createBalance } from '../../electron/balance/balance.ts';
import type { PartnerBalance, PartnerResult } from '../../electron/partner/partner.ts';
import { openStore } from '../../electron/store/open.ts';
import type { Balance } from '../../shared/contract/balance.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { FakePartner, ok, refused, timedOut, unsent } from '../support/fake-partner.ts';

const said: PartnerBalance = {
  balance: '500.25',
  reserved: '0',
  currency: 'USD',
  postpaid: false,
  partnerId: '123',
};

function aTill(db = openStore(':memory:')) {
  const clock = new FakeClock();
  let answer: PartnerResult<PartnerBalance> = ok(said);
  const partner = new FakePartner({ balance: async () => answer });
  const told: Balance[] = [];
  const balance = createBalance({
    db,
    clock,
    partner,
    settings: () => ({ lowBalance: '20' }),
    changed: change => void told.push(change),
  });
  const says = (next: PartnerResult<PartnerBalance>) => {
    answer = next;
  };
  return { db, clock, partner, told, balance, says };
}

describe('the balance', () => {
  test('is what the partner says', async () => {
    const { balance } = aTill();
    expect(await balance.get({ fresh: false })).toEqual({
      balance: '500.25',
      reserved: '0',
      currency: 'USD',
      postpaid: false,
      asOf: '2026-03-29T09:00:00.000Z',
      stale: false,
      low: false,
    });
    expect(balance.partnerId()).toBe('123');
  });

  test('is asked again only when it is older than half a minute, or wanted fresh', async () => {
    const { balance, partner, clock } = aTill();
    await balance.get({ fresh: false });
    await clock.pass(29_000);
    await balance.get({ fresh: false });
    expect(partner.times('balance')).toBe(1);
    await balance.get({ fresh: true });
    expect(partner.times('balance')).toBe(2);
    await clock.pass(30_000);
    await balance.get({ fresh: false });
    expect(partner.times('balance')).toBe(3);
  });

  test('wanted by many at once is asked once', async () => {
    const { balance, partner } = aTill();
    await Promise.all([
      balance.get({ fresh: true }),
      balance.get({ fresh: true }),
      balance.get({ fresh: false }),
    ]);
    expect(partner.times('balance')).toBe(1);
  });

  test('is the last one named, and marked so, while the partner cannot be asked', async () => {
    const { balance, clock, says } = aTill();
    await balance.get({ fresh: false });
    await clock.pass(60_000);
    says(timedOut);
    expect(await balance.get({ fresh: false })).toMatchObject({
      balance: '500.25',
      asOf: '2026-03-29T09:00:00.000Z',
      stale: true,
    });
    says(ok({ ...said, balance: '480.00' }));
    expect(await balance.get({ fresh: false })).toMatchObject({
      balance: '480.00',
      asOf: '2026-03-29T09:01:00.000Z',
      stale: false,
    });
  });

  test('outlives a restart without a network', async () => {
    const { balance, db } = aTill();
    await balance.get({ fresh: false });
    const restarted = aTill(db);
    restarted.says(unsent);
    expect(restarted.balance.partnerId()).toBe('123');
    expect(await restarted.balance.get({ fresh: false })).toMatchObject({ balance: '500.25', stale: true });
  });

  test.each([
    [unsent, 'partner_unreachable'],
    [refused('INVALID_TOKEN'), 'token_rejected'],
    [{ kind: 'no_token' }, 'token_missing'],
  ] as const)('that was never named says why: %j', async (answer, code) => {
    const { balance, says } = aTill();
    says(answer);
    await expect(balance.get({ fresh: false })).rejects.toMatchObject({ code });
    expect(balance.partnerId()).toBeUndefined();
  });

  test.each([
    ['19.99', false, true],
    ['20', false, false],
    ['-5.00', false, true],
    ['-5.00', true, false],
  ])('of %s is low only where it can run out (postpaid: %s)', async (amount, postpaid, low) => {
    const { balance, says } = aTill();
    says(ok({ ...said, balance: amount, postpaid }));
    expect(await balance.get({ fresh: false })).toMatchObject({ low });
  });
});

describe('the screens', () => {
  test('hear of a balance when something about it changed, and not otherwise', async () => {
    const { balance, told, says } = aTill();
    await balance.get({ fresh: true });
    await balance.get({ fresh: true });
    expect(told).toHaveLength(1);
    says(ok({ ...said, reserved: '23.09' }));
    await balance.get({ fresh: true });
    says(unsent);
    await balance.get({ fresh: true });
    await balance.get({ fresh: true });
    expect(told.slice(1)).toMatchObject([
      { reserved: '23.09', stale: false },
      { reserved: '23.09', stale: true },
    ]);
  });
});

describe('orders that were paid for', () => {
  test('refresh the balance soon, once for all of them', async () => {
    const { balance, partner, clock, told } = aTill();
    balance.noteUsed();
    await clock.pass(1000);
    balance.noteUsed();
    expect(partner.times('balance')).toBe(0);
    await clock.pass(1000);
    expect(partner.asked).toEqual([{ method: 'balance', given: [{ priority: 'background' }] }]);
    expect(told).toHaveLength(1);
    balance.noteUsed();
    await clock.pass(2000);
    expect(partner.times('balance')).toBe(2);
  });

  test('refresh nothing once the till stops', async () => {
    const { balance, partner, clock } = aTill();
    balance.noteUsed();
    balance.stop();
    await clock.pass(10_000);
    expect(partner.times('balance')).toBe(0);
  });
});

test('an answer that names no account does not make the till forget whose token it has', async () => {
  const { balance, says } = aTill();
  await balance.get({ fresh: true });
  says(ok({ ...said, partnerId: '' }));
  await balance.get({ fresh: true });
  expect(balance.partnerId()).toBe('123');
  balance.remember({ ...said, partnerId: '' });
  expect(balance.partnerId()).toBe('');
});

test('a token can be tried without keeping it or what it says', async () => {
  const { balance, partner } = aTill();
  expect(await balance.check('abc')).toEqual(ok(said));
  expect(partner.asked.at(-1)?.given).toEqual([{ priority: 'person', token: 'abc' }]);
  expect(balance.partnerId()).toBeUndefined();
  balance.remember(said);
  expect(balance.partnerId()).toBe('123');
});

describe('the history', () => {
  const transaction = {
    id: '12',
    amount: '-75',
    type: 'PURCHASE',
    description: 'API Purchase',
    balanceAfter: '425',
    createdAt: '2025-07-28T05:21:46.121Z',
  };

  test('is the partner’s', async () => {
    const { balance, partner } = aTill();
    partner.answers.transactions = async () => ok({ transactions: [transaction], total: 25 });
    expect(await balance.transactions({ page: 2, limit: 20 })).toEqual({
      transactions: [transaction],
      total: 25,
    });
    expect(partner.asked.at(-1)?.given).toEqual([2, 20]);
  });

  test('that the shop token may not see says what it needs', async () => {
    const { balance, partner } = aTill();
    partner.answers.transactions = async () => refused('INVALID_TOKEN');
    await expect(balance.transactions({ page: 1, limit: 20 })).rejects.toMatchObject({
      code: 'history_needs_management_token',
    });
    partner.answers.transactions = async () => unsent;
    await expect(balance.transactions({ page: 1, limit: 20 })).rejects.toMatchObject({
      code: 'partner_unreachable',
    });
  });
});
