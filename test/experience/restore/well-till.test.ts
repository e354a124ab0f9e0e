import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Beside } from '../../../electron/backup/beside.ts';
import { besideInline, isCompleted, openTestTill, type TestTill } from '../../support/test-till.ts';
import { restorable } from './restorable.ts';

let till: TestTill;
afterEach(() => till?.stop());
const { status, keyOf, delivered, expectEverythingAddsUp } = restorable(() => till);

describe('restoring an old backup on a till that is well', () => {
  it('loses no sale, asks about every open order before anything is sent, and brings back the settings', async () => {
    till = await openTestTill();
    const { backup } = await till.call('backup.create', {});
    await till.call('settings.save', { markupPercent: '50' });
    const sold = [await delivered(), await delivered()];
    await till.sandbox.down();
    const waiting = [await till.sell(1001), await till.sell(1001)].flatMap(({ orders }) => orders);
    const entries = (await till.call('audit.verify', {})).entries;
    const { report } = await till.call('backup.restore', { name: backup.name });
    expect(report).toMatchObject({
      gap: false,
      skipped: 0,
      carried: { sales: 4, orders: 4, keys: 2 },
      orders: 2,
    });
    expect((await status()).session).toBeNull();
    expect(till.events.at(-1)).toEqual({ name: 'session.changed', payload: { staff: null } });
    const asked = till.sandbox.ledger.requests('create-order').length;
    await till.sandbox.up();
    await till.signIn();
    for (const { id } of waiting) {
      await till.until(id, isCompleted);
      const calls = till.sandbox.ledger
        .requests()
        .filter(({ body }) => JSON.stringify(body).includes(id))
        .map(({ call }) => call);
      expect(calls[0]).toBe('order-status');
    }
    expect(till.sandbox.ledger.requests('create-order').length).toBe(asked + 2);
    for (const { id } of sold) expect(await keyOf(id)).toBe(till.sandbox.ledger.order(id)?.key);
    expect((await till.call('settings.get', {})).settings.markupPercent).toBe('8');
    await expectEverythingAddsUp();
    const verified = await till.call('audit.verify', {});
    expect(verified.entries).toBeGreaterThan(entries);
    const { entries: audit } = await till.call('audit.list', { limit: 500 });
    expect(audit.find(({ action }) => action === 'backup.restored')).toMatchObject({ staffName: 'Mira' });
    const last = await delivered();
    expect(Number(last.saleNumber)).toBe(Number(waiting.at(-1)?.saleNumber) + 1);
  });

  it('can be taken back: what was there before is a backup too, and is set aside besides', async () => {
    till = await openTestTill();
    const { backup } = await till.call('backup.create', {});
    await till.call('settings.save', { markupPercent: '50' });
    const { report } = await till.call('backup.restore', { name: backup.name });
    expect(readdirSync(join(till.folder, report.setAside ?? ''))).toContain('keytill.db');
    await till.signIn();
    const { backups } = await till.call('backup.list', {});
    const wayBack = backups.find(({ why }) => why === 'before_restore')?.name ?? '';
    await till.call('backup.restore', { name: wayBack });
    await till.signIn();
    expect((await till.call('settings.get', {})).settings.markupPercent).toBe('50');
  });

  it('keeps the people as they are now: nobody who was removed comes back', async () => {
    till = await openTestTill();
    const { staff } = await till.call('staff.save', { name: 'Aida', role: 'manager', pin: '8642' });
    const { backup } = await till.call('backup.create', {});
    await till.call('staff.remove', { id: staff.id });
    await till.call('staff.save', { name: 'Timur', role: 'cashier', pin: '1357' });
    await till.call('backup.restore', { name: backup.name });
    expect((await status()).staff.map(({ name }) => name)).toEqual(['Mira', 'Timur']);
  });

  it('is for managers alone', async () => {
    till = await openTestTill();
    const { backup } = await till.call('backup.create', {});
    const { staff } = await till.call('staff.save', { name: 'Timur', role: 'cashier', pin: '1357' });
    await till.call('session.signIn', { staffId: staff.id, pin: '1357' });
    for (const refusal of [
      till.refusal('backup.list', {}),
      till.refusal('backup.create', {}),
      till.refusal('backup.restore', { name: backup.name }),
    ]) {
      expect(await refusal).toMatchObject({ code: 'not_allowed' });
    }
  });

  it('leaves the till as it was where the restore breaks off', async () => {
    const breaksOff: Beside = {
      ...besideInline,
      prepareRestore: () => Promise.reject(new Error('cut short')),
    };
    till = await openTestTill({ beside: breaksOff });
    const order = await delivered();
    const { backup } = await till.call('backup.create', {});
    expect(await till.refusal('backup.restore', { name: backup.name })).toMatchObject({ code: 'internal' });
    await till.signIn();
    expect(await keyOf(order.id)).toBe(till.sandbox.ledger.order(order.id)?.key);
    expect(existsSync(join(till.folder, 'set-aside'))).toBe(false);
    await delivered();
  });
});
