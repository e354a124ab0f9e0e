import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, test } from 'vitest';
import { createMemoryKeychain } from '../../electron/keychain/memory-keychain.ts';
import type { Order } from '../../shared/contract/orders.ts';
import { fastClock } from '../support/fast-clock.ts';
import {
  BACKUP_PROGRAM,
  isCompleted,
  MANAGER_PIN,
  openTestTill,
  type TestTill,
} from '../support/test-till.ts';

let till: TestTill;
afterEach(() => till?.stop());

const database = () => join(till.folder, 'keytill.db');
const status = () => till.call('terminal.status', {});
const delivered = async (): Promise<Order> => {
  const { orders } = await till.sell(1001);
  return till.until(orders[0]?.id ?? '', isCompleted);
};
const allOrders = async () => (await till.call('orders.list', { limit: 500 })).orders;
const keyOf = async (orderId: string) => (await till.call('orders.revealKey', { orderId })).key;

/** Noise over everything but the first page and a few in the middle. */
function scribble(from = 0.4): void {
  const bytes = readFileSync(database());
  for (let at = Math.floor((bytes.length * from) / 4096) * 4096; at < bytes.length; at++)
    bytes[at] = (at * 7919) % 251;
  writeFileSync(database(), bytes);
}

/** Signs in at the recovery screen and restores. */
async function recover(name: string) {
  await till.signIn();
  const { report } = await till.call('backup.restore', { name });
  await till.signIn();
  return report;
}

async function expectEverythingAddsUp(): Promise<void> {
  const ledger = till.sandbox.ledger.createsByTransactionId();
  for (const [transactionId, creates] of Object.entries(ledger))
    expect([transactionId, creates]).toEqual([transactionId, 1]);
  const { totals } = await till.call('reports.day', {});
  const cents = (amount: string) => Math.round(Number(amount) * 100);
  expect(cents(totals.gross)).toBe(
    cents(totals.delivered) + cents(totals.waiting) + cents(totals.toRefund) + cents(totals.refunded),
  );
  expect(await till.call('audit.verify', {})).toMatchObject({ ok: true });
}

describe('a till whose data is damaged', () => {
  test.each([
    ['scribbled over', () => scribble(), 'damaged'],
    [
      'cut short',
      () => truncateSync(database(), Math.floor(statSync(database()).size / 8192) * 4096),
      'damaged',
    ],
    ['emptied', () => writeFileSync(database(), ''), 'empty'],
    ['deleted', () => rmSync(database()), 'missing'],
  ] as const)(
    '%s, is recovered from a backup: nothing is bought again, no paid key is lost',
    async (_, harm, problem) => {
      till = await openTestTill();
      const before = await delivered();
      const { backup } = await till.call('backup.create', {});
      const keyBefore = await keyOf(before.id);
      await delivered();
      till.sandbox.faults.set({ kind: 'cut', when: 'after', calls: ['create-order', 'order-status'] });
      const {
        orders: [open],
      } = await till.sell(1001);
      await till.until(open?.id ?? '', ({ state }) => state === 'unknown');
      await till.restart(undefined, harm);
      till.sandbox.faults.clear();

      expect(await status()).toMatchObject({
        phase: 'recovery',
        recovery: {
          problem,
          folder: till.folder,
          backups: expect.arrayContaining([expect.objectContaining({ name: backup.name, verified: true })]),
        },
        staff: [{ id: till.manager.id }],
      });
      expect(
        await till.refusal('sales.charge', {
          attemptId: 'attempt-1',
          lines: [],
          payment: { method: 'cash' },
        }),
      ).toMatchObject({ code: 'not_signed_in' });
      expect(await till.refusal('backup.restore', { name: backup.name })).toMatchObject({
        code: 'not_signed_in',
      });
      const report = await recover(backup.name);
      expect(report).toMatchObject({ name: backup.name, gap: true });
      expect((await status()).phase).toBe('ready');
      expect(await keyOf(before.id)).toBe(keyBefore);

      for (const { id } of await allOrders()) {
        const settled = await till.until(id, ({ next }) => next !== 'automatic');
        if (till.sandbox.ledger.order(id)) {
          expect(settled.state).toBe('completed');
          expect(await keyOf(id)).toBe(till.sandbox.ledger.order(id)?.key);
        }
      }
      const after = await delivered();
      expect(Number(after.saleNumber)).toBeGreaterThan(2000);
      await expectEverythingAddsUp();
      expect(existsSync(join(till.folder, 'set-aside'))).toBe(problem !== 'missing');
    },
  );

  test.each([
    [
      'in a part that no sale lies in',
      (bytes: Buffer) =>
        Buffer.concat([bytes, Buffer.alloc(4096, 0xa5)])
          .fill(0, 28, 32)
          .fill(0xff, 32, 36),
    ],
    ['in the first page, which says where everything lies', (bytes: Buffer) => bytes.fill(0xa5, 0, 4096)],
  ])('keeps what was sold after the backup where the damage is %s', async (_, harm) => {
    till = await openTestTill();
    const { backup } = await till.call('backup.create', {});
    const sold = [await delivered(), await delivered(), await delivered()];
    till.sandbox.plans.next({ plan: { outcome: 'CANCELED' } });
    const {
      orders: [canceled],
    } = await till.sell(1001);
    await till.until(canceled?.id ?? '', ({ next }) => next === 'refund_customer');
    await till.call('sales.refund', { orderId: canceled?.id ?? '' });
    await till.restart(undefined, () => writeFileSync(database(), harm(readFileSync(database()))));
    expect((await status()).phase).toBe('recovery');
    const report = await recover(backup.name);
    expect(report).toMatchObject({ gap: true, carried: { sales: 4, orders: 4, keys: 3, refunds: 1 } });
    for (const { id } of sold) expect(await keyOf(id)).toBe(till.sandbox.ledger.order(id)?.key);
    expect((await till.call('orders.get', { orderId: canceled?.id ?? '' })).order).toMatchObject({
      next: 'none',
    });
    await expectEverythingAddsUp();
    expect(readdirSync(till.folder).filter(name => /legible|preparing|ready/.test(name))).toEqual([]);
  });
});

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
    const program = join(mkdtempSync(join(tmpdir(), 'keytill-program-')), 'breaks-off.mjs');
    writeFileSync(
      program,
      `import { workerData } from 'node:worker_threads';
       if (workerData.do === 'restore') throw new Error('cut short');
       await import(${JSON.stringify(pathToFileURL(BACKUP_PROGRAM).href)});`,
    );
    till = await openTestTill({ backupProgram: program });
    const order = await delivered();
    const { backup } = await till.call('backup.create', {});
    expect(await till.refusal('backup.restore', { name: backup.name })).toMatchObject({ code: 'internal' });
    rmSync(join(program, '..'), { recursive: true });
    await till.signIn();
    expect(await keyOf(order.id)).toBe(till.sandbox.ledger.order(order.id)?.key);
    expect(existsSync(join(till.folder, 'set-aside'))).toBe(false);
    await delivered();
  });

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
