import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { SecretName } from '../../electron/ports.ts';
import type { Input } from '../../shared/contract.ts';
import { aFreshTill, OTHER_ACCOUNT, SAME_ACCOUNT, SETUP, TOKEN } from './a-fresh-till.ts';

let till: Awaited<ReturnType<typeof aFreshTill>>;
beforeEach(async () => {
  till = await aFreshTill();
});
afterEach(() => till.stop());

const SECRETS: SecretName[] = ['partner-token', 'management-token', 'data-key', 'pin-pepper'];
const secrets = () => Promise.all(SECRETS.map(till.inside));

/** As if nobody had ever tried. */
async function expectUntouched(): Promise<void> {
  expect(await till.call('terminal.status', {})).toMatchObject({ phase: 'setup', staff: [], shop: null });
  expect(await till.inside('partner-token')).toBeUndefined();
  expect(till.isWritten(TOKEN)).toBe(false);
  expect((await till.refusal('settings.get', {})).code).toBe('not_signed_in');
}

describe('setting up a till', () => {
  it('makes it ready to sell, with a manager who can sign in', async () => {
    expect((await till.call('terminal.status', {})).phase).toBe('setup');
    const { staff } = await till.call('setup.complete', SETUP);
    expect(await till.call('terminal.status', {})).toMatchObject({
      phase: 'ready',
      session: null,
      staff: [{ name: 'Mira', role: 'manager' }],
      shop: { name: 'Player One' },
    });
    await till.call('session.signIn', { staffId: staff.id, pin: '2468' });
    const { secretsSet } = await till.call('settings.get', {});
    expect(secretsSet).toEqual({ token: true, managementToken: false });
  });

  it('puts token and keys in the keychain and nowhere else', async () => {
    await till.call('setup.complete', SETUP);
    const [token, , dataKey = '', pepper = ''] = await secrets();
    expect(token).toBe(TOKEN);
    for (const secret of [TOKEN, dataKey, pepper]) {
      expect(till.isWritten(secret)).toBe(false);
      expect(till.isWritten(Buffer.from(secret, 'base64').toString('latin1'))).toBe(false);
    }
    expect([dataKey, pepper].map(secret => Buffer.from(secret, 'base64').length)).toEqual([32, 32]);
  });

  it('with a token that the partner does not take changes nothing, and the right one works afterwards', async () => {
    const wrong = { ...SETUP, token: 'dead0000dead0000dead0000dead0000' };
    expect((await till.refusal('setup.complete', wrong)).code).toBe('token_rejected');
    await expectUntouched();
    await till.call('setup.complete', SETUP);
  });

  it('without the partner says so and changes nothing', async () => {
    till.cutOff();
    expect((await till.refusal('setup.complete', SETUP)).code).toBe('partner_unreachable');
    await expectUntouched();
  });

  it('without a keychain says what to do, and writes and sends the token nowhere', async () => {
    till.takeAway();
    await till.restart();
    expect(await till.call('terminal.status', {})).toMatchObject({
      phase: 'blocked',
      blocked: { code: 'keychain_unavailable', message: expect.stringContaining('Unlock the keyring') },
    });
    expect((await till.refusal('setup.complete', SETUP)).code).toBe('keychain_unavailable');
    expect(till.requests()).toBe(0);
    expect(till.isWritten(TOKEN)).toBe(false);
    till.bringBack();
    expect((await till.call('terminal.status', {})).phase).toBe('setup');
    await till.call('setup.complete', SETUP);
  });

  it('with a keychain that goes away in the middle of it changes nothing', async () => {
    till.takeAway();
    expect((await till.refusal('setup.complete', SETUP)).code).toBe('keychain_unavailable');
    till.bringBack();
    await expectUntouched();
    await till.call('setup.complete', SETUP);
  });

  it('happens once, also when it is asked for twice at the same time', async () => {
    const answers = await Promise.allSettled([
      till.call('setup.complete', SETUP),
      till.call('setup.complete', { ...SETUP, manager: { name: 'Eve', pin: '9999' } }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    const again = { ...SETUP, manager: { name: 'Eve', pin: '9999' } };
    expect((await till.refusal('setup.complete', again)).code).toBe('already_set_up');
    await till.restart();
    expect((await till.refusal('setup.complete', again)).code).toBe('already_set_up');
    expect((await till.call('staff.list', {})).staff).toMatchObject([{ name: 'Mira' }]);
  });

  it('refuses what makes no sense', async () => {
    const nonsense: object[] = [
      { token: 'short' },
      { manager: { name: ' ', pin: '2468' } },
      { manager: { name: 'Mira', pin: '12' } },
      { shop: { ...SETUP.shop, timeZone: 'Mars/Olympus' } },
      { shop: { ...SETUP.shop, currency: 'tenge' } },
    ];
    for (const change of nonsense) {
      const input = { ...SETUP, ...change } as Input<'setup.complete'>;
      expect((await till.refusal('setup.complete', input)).code).toBe('invalid_input');
    }
    await expectUntouched();
  });
});

describe('a till whose secrets are gone from the keychain', () => {
  let managerId = '';
  let cashierId = '';
  beforeEach(async () => {
    ({
      staff: { id: managerId },
    } = await till.call('setup.complete', SETUP));
    await till.call('session.signIn', { staffId: managerId, pin: '2468' });
    ({
      staff: { id: cashierId },
    } = await till.call('staff.save', { name: 'Timur', role: 'cashier', pin: '1357' }));
  });

  const recover = (token: string, staffId = managerId) => ({ token, manager: { staffId, pin: '9753' } });
  const lose = async (...names: SecretName[]): Promise<void> => {
    await till.lose(...names);
    await till.restart();
  };

  test.each<SecretName>(['data-key', 'pin-pepper'])('is blocked without its %s, and says so', async name => {
    await lose(name);
    expect(await till.call('terminal.status', {})).toMatchObject({
      phase: 'blocked',
      blocked: { code: 'secrets_lost' },
    });
    expect(await till.refusal('setup.complete', SETUP)).toMatchObject({ code: 'already_set_up' });
  });

  it('is recovered by a manager with a token of the same account', async () => {
    await lose(...SECRETS);
    const { staff } = await till.call('setup.recover', recover(SAME_ACCOUNT));
    expect(staff).toMatchObject({ name: 'Mira', role: 'manager' });
    expect((await till.call('terminal.status', {})).phase).toBe('ready');
    expect((await till.refusal('session.signIn', { staffId: managerId, pin: '2468' })).code).toBe(
      'wrong_pin',
    );
    await till.call('session.signIn', { staffId: managerId, pin: '9753' });
    expect(await till.inside('partner-token')).toBe(SAME_ACCOUNT);
    expect(till.isWritten(SAME_ACCOUNT)).toBe(false);
  });

  it('is not recovered with a token of another account, a wrong one, or for a cashier', async () => {
    await lose(...SECRETS);
    expect((await till.refusal('setup.recover', recover(OTHER_ACCOUNT))).code).toBe('token_of_other_partner');
    expect((await till.refusal('setup.recover', recover('dead0000dead0000dead0000dead0000'))).code).toBe(
      'token_rejected',
    );
    expect((await till.refusal('setup.recover', recover(TOKEN, cashierId))).code).toBe('not_found');
    expect(await secrets()).toEqual([undefined, undefined, undefined, undefined]);
    expect((await till.call('terminal.status', {})).phase).toBe('blocked');
  });

  it('that are all there is recovered by no one', async () => {
    expect((await till.refusal('setup.recover', recover(TOKEN))).code).toBe('already_set_up');
    await till.call('session.signIn', { staffId: managerId, pin: '2468' });
  });

  it('without the token alone still lets the manager in, to enter a new one', async () => {
    await lose('partner-token');
    await till.call('session.signIn', { staffId: managerId, pin: '2468' });
    expect((await till.call('settings.get', {})).secretsSet.token).toBe(false);
    await till.call('settings.save', { token: SAME_ACCOUNT });
    expect(await till.inside('partner-token')).toBe(SAME_ACCOUNT);
  });

  it('waits for a keychain that is only away, and goes on when it is back', async () => {
    till.takeAway();
    await till.restart();
    expect((await till.call('terminal.status', {})).blocked?.code).toBe('keychain_unavailable');
    expect((await till.refusal('setup.recover', recover(TOKEN))).code).toBe('keychain_unavailable');
    till.bringBack();
    expect((await till.call('terminal.status', {})).phase).toBe('ready');
    await till.call('session.signIn', { staffId: managerId, pin: '2468' });
  });
});
