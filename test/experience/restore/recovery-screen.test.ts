import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryKeychain } from '../../../electron/keychain/memory-keychain.ts';
import { fastClock } from '../../support/fast-clock.ts';
import { MANAGER_PIN, openTestTill, type TestTill } from '../../support/test-till.ts';
import { restorable } from './restorable.ts';

let till: TestTill;
afterEach(() => till?.stop());
const { database, status, keyOf, delivered, scribble, recover } = restorable(() => till);

describe('the recovery screen’s till', () => {
  it('lets in nobody but a manager of the newest good backup, and counts wrong PINs over a restart', async () => {
    till = await openTestTill({ clock: fastClock(1) });
    const { staff: cashier } = await till.call('staff.save', { name: 'Timur', role: 'cashier', pin: '1357' });
    const { staff: leaver } = await till.call('staff.save', { name: 'Aida', role: 'manager', pin: '8642' });
    const { backup: old } = await till.call('backup.create', {});
    await till.call('staff.remove', { id: leaver.id });
    await till.call('backup.create', {});
    await till.restart(undefined, () => writeFileSync(database(), ''));
    expect((await status()).staff).toEqual([till.manager]);
    for (const { id, pin } of [
      { id: cashier.id, pin: '1357' },
      { id: leaver.id, pin: '8642' },
    ]) {
      expect(await till.refusal('session.signIn', { staffId: id, pin })).toMatchObject({
        code: 'not_allowed',
      });
    }
    const guess = () => till.refusal('session.signIn', { staffId: till.manager.id, pin: '0000' });
    for (let tries = 0; tries < 4; tries++) expect((await guess()).code).toBe('wrong_pin');
    expect((await guess()).code).toBe('pin_locked');
    await till.restart();
    expect((await guess()).code).toBe('pin_locked');
    expect(
      await till.refusal('session.signIn', { staffId: till.manager.id, pin: MANAGER_PIN }),
    ).toMatchObject({
      code: 'pin_locked',
    });
    expect(await till.refusal('backup.restore', { name: old.name })).toMatchObject({ code: 'not_signed_in' });
  });

  it('does nothing else, and says so', async () => {
    till = await openTestTill();
    await till.call('backup.create', {});
    await till.restart(undefined, () => scribble());
    const setUp = await till.refusal('setup.recover', {
      token: till.sandbox.token,
      manager: { staffId: 'x', pin: '2468' },
    });
    expect(setUp.code).toBe('in_recovery');
    await till.signIn();
    expect(await till.refusal('orders.list', {})).toMatchObject({ code: 'in_recovery' });
    expect(await till.refusal('backup.create', {})).toMatchObject({ code: 'in_recovery' });
    await till.call('session.signOut', {});
    expect((await status()).session).toBeNull();
  });

  it('shows a backup that is damaged itself as such, and does not restore it', async () => {
    till = await openTestTill();
    const { backup } = await till.call('backup.create', {});
    const { backup: good } = await till.call('backup.create', {});
    const path = join(till.folder, 'backups', backup.name);
    const bytes = readFileSync(path);
    bytes[bytes.length - 10] = (bytes[bytes.length - 10] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    await till.restart(undefined, () => scribble());
    await till.signIn();
    const { backups } = await till.call('backup.list', {});
    expect(backups.find(({ name }) => name === backup.name)).toMatchObject({
      verified: false,
      problem: 'damaged',
    });
    expect(await till.refusal('backup.restore', { name: backup.name })).toMatchObject({
      code: 'backup_damaged',
    });
    expect(await till.refusal('backup.restore', { name: '../keytill.db' })).toMatchObject({
      code: 'not_found',
    });
    expect((await status()).phase).toBe('recovery');
    await recover(good.name);
    expect((await status()).phase).toBe('ready');
  });

  it('with no good backup takes one that a person puts there, under any name', async () => {
    till = await openTestTill();
    const order = await delivered();
    await till.call('backup.create', {});
    let kept: Buffer = Buffer.alloc(0);
    const place = join(till.folder, 'backups');
    await till.restart(undefined, () => {
      for (const name of readdirSync(place)) {
        kept = readFileSync(join(place, name));
        rmSync(join(place, name));
      }
      scribble();
    });
    expect(await status()).toMatchObject({ phase: 'recovery', staff: [], recovery: { backups: [] } });
    writeFileSync(join(place, 'from my stick.db'), kept);
    expect(await status()).toMatchObject({ recovery: { backups: [{ why: 'other', verified: true }] } });
    await recover('from my stick.db');
    expect(await keyOf(order.id)).toBe(till.sandbox.ledger.order(order.id)?.key);
  });

  it('restores without a PIN where the keychain lost the secrets too: the token is asked for afterwards', async () => {
    till = await openTestTill();
    const order = await delivered();
    const { backup } = await till.call('backup.create', {});
    await till.restart(createMemoryKeychain(), () => scribble());
    expect(await status()).toMatchObject({ phase: 'recovery', blocked: { code: 'secrets_lost' } });
    await till.call('backup.restore', { name: backup.name });
    expect(await status()).toMatchObject({ phase: 'blocked', blocked: { code: 'secrets_lost' } });
    await till.call('setup.recover', {
      token: till.sandbox.token,
      manager: { staffId: till.manager.id, pin: MANAGER_PIN },
    });
    await till.signIn();
    await till.until(order.id, ({ hasKey }) => hasKey);
    expect(await keyOf(order.id)).toBe(till.sandbox.ledger.order(order.id)?.key);
  });
});
