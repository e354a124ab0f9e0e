import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryKeychain } from '../../../electron/keychain/memory-keychain.ts';
import { MANAGER_PIN, openTestTill, type TestTill } from '../../support/test-till.ts';
import { restorable } from './restorable.ts';

let till: TestTill;
afterEach(() => till?.stop());
const { status, keyOf, delivered, scribble, recover, expectEverythingAddsUp } = restorable(() => till);

describe('a till whose data is kept from being opened', () => {
  it('does not die where the restored data cannot be put in its place: not on the next start either', async () => {
    till = await openTestTill();
    const { backup } = await till.call('backup.create', {});
    const inTheWay = join(till.folder, 'set-aside');
    writeFileSync(inTheWay, '');
    const refused = { code: 'in_recovery' };
    const unopened = {
      phase: 'recovery',
      staff: [],
      recovery: { problem: 'unopened', detail: expect.stringContaining('set-aside'), backups: [] },
    };
    expect(await till.refusal('backup.restore', { name: backup.name })).toMatchObject(refused);
    const told = till.events.length;
    expect(await status()).toMatchObject(unopened);
    // A screen asks again when it is told something, and asking tries again: that would never end.
    expect(till.events).toHaveLength(told);
    await till.restart();
    expect(await status()).toMatchObject(unopened);
    expect(
      await till.refusal('session.signIn', { staffId: till.manager.id, pin: MANAGER_PIN }),
    ).toMatchObject(refused);
    // Where the secrets are lost too, a restore needs no PIN: one that is under way must be finished first all the same.
    await till.restart(createMemoryKeychain());
    expect(await till.refusal('backup.restore', { name: backup.name })).toMatchObject(refused);
  });

  it('stands in, too, where the newest backup cannot be looked into, and recovers once it can', async () => {
    till = await openTestTill();
    const { backup } = await till.call('backup.create', {});
    const inTheWay = join(till.folder, 'recovery');
    await till.restart(undefined, () => {
      scribble();
      writeFileSync(inTheWay, '');
    });
    expect(await status()).toMatchObject({ phase: 'recovery', recovery: { problem: 'unopened' } });
    rmSync(inTheWay);
    expect(await status()).toMatchObject({ phase: 'recovery', recovery: { problem: 'damaged' } });
    await recover(backup.name);
  });

  it('opens the data on the next call, once nothing is in the way any more', async () => {
    till = await openTestTill();
    const order = await delivered();
    const { backup } = await till.call('backup.create', {});
    const inTheWay = join(till.folder, 'set-aside');
    writeFileSync(inTheWay, '');
    await till.refusal('backup.restore', { name: backup.name });
    rmSync(inTheWay);
    expect((await status()).phase).toBe('ready');
    await till.signIn();
    expect(await keyOf(order.id)).toBe(till.sandbox.ledger.order(order.id)?.key);
    await delivered();
    await expectEverythingAddsUp();
  });
});
