import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { fastClock } from '../support/fast-clock.ts';
import { isCompleted, openTestTill, TEST_OFFER, type TestTill } from '../support/test-till.ts';

let till: TestTill;
afterEach(() => till?.stop());

it('a till that nobody is signed in to finishes its orders and tells no screen of them or of the balance', async () => {
  till = await openTestTill();
  const { call, sell, signIn, until, sandbox, events } = till;
  sandbox.faults.add({ kind: 'latency', ms: 400 });
  const { orders } = await sell(TEST_OFFER);
  await call('session.signOut', {});
  const locked = events.length;
  const queueOf = async () => (await call('terminal.status', {})).queue;
  while ((await queueOf()).waiting > 0) await new Promise(resolve => setTimeout(resolve, 10));
  const said = events.slice(locked);
  expect(said.filter(({ name }) => name === 'balance.changed')).toEqual([]);
  const told = said.flatMap(event => (event.name === 'orders.changed' ? [event.payload] : []));
  expect(told.flatMap(payload => payload.orders)).toEqual([]);
  expect(told.at(-1)?.queue).toMatchObject({ waiting: 0 });

  await signIn();
  expect(events.at(-1)?.name).toBe('session.changed');
  await until(orders[0]?.id ?? '', isCompleted);
  const signedIn = events.length;
  await until((await sell(TEST_OFFER)).orders[0]?.id ?? '', isCompleted);
  expect(events.slice(signedIn).map(({ name }) => name)).toContain('orders.changed');
});

describe('a receipt that is ready while nobody is signed in', () => {
  /** A shop whose receipts come out by themselves, a sale whose order takes its time, and the lock before it is there. */
  async function sellAndLock(...sold: Parameters<TestTill['sell']>) {
    const folder = mkdtempSync(join(tmpdir(), 'keytill-paper-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const paper = join(folder, 'out');
    let ahead = 0;
    const clock = { ...fastClock(200), now: () => Date.now() + ahead };
    till = await openTestTill({ clock, printer: `file:${paper}`, settings: { autoPrint: true } });
    till.sandbox.faults.add({ kind: 'latency', ms: 300 });
    const { sale, orders } = await till.sell(...sold);
    await till.call('session.signOut', {});
    const locked = till.events.length;
    while ((await till.call('terminal.status', {})).queue.waiting > 0) await aMoment();
    return {
      saleId: sale.id,
      orderId: orders[0]?.id ?? '',
      paper,
      /** Whether the printer has had anything to do since then. */
      hasPrinted: () =>
        till.events
          .slice(locked)
          .some(event => event.name === 'printer.changed' && event.payload.state === 'printing'),
      wait: (ms: number) => {
        ahead += ms;
      },
    };
  }
  const aMoment = () => new Promise(resolve => setTimeout(resolve, 10));

  it('waits, when a key is on it, for somebody to sign in', async () => {
    const { orderId, paper, hasPrinted } = await sellAndLock(TEST_OFFER);
    expect(hasPrinted()).toBe(false);
    const { printer } = await till.call('terminal.status', {});
    expect(printer).toMatchObject({ waiting: 1, error: { code: 'print_needs_sign_in' } });
    await till.signIn();
    const { key } = await till.call('orders.revealKey', { orderId });
    await expect.poll(() => readFileSync(paper).includes(key)).toBe(true);
  });

  it('is left to be printed by hand when its customer may be gone by then', async () => {
    const { saleId, hasPrinted, wait } = await sellAndLock(TEST_OFFER);
    wait(3 * 60_000);
    await till.signIn();
    const { sale } = await till.call('sales.get', { saleId });
    const { printer } = await till.call('terminal.status', {});
    const details = { sale: sale.number };
    expect(printer).toMatchObject({ waiting: 1, error: { code: 'print_waits_for_person', details } });
    expect(hasPrinted()).toBe(false);
    expect(await till.call('printer.printSale', { saleId })).toMatchObject({ copy: false });
  });

  it('comes out at once when nothing on it can be stolen', async () => {
    const { hasPrinted } = await sellAndLock('telegram_stars_100', { player: { id: '143594291' } });
    await expect.poll(hasPrinted).toBe(true);
  });
});

it('a receipt that was queued before the lock stays in a printer that comes back, until somebody signs in', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'keytill-paper-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const paper = join(folder, 'away', 'out');
  const clock = { ...fastClock(200), now: Date.now };
  till = await openTestTill({ clock, printer: `file:${paper}`, settings: { autoPrint: false } });
  const { sale, orders } = await till.sell(TEST_OFFER);
  const { id } = await till.until(orders[0]?.id ?? '', isCompleted);
  await till.call('printer.printSale', { saleId: sale.id });
  const printer = async () => (await till.call('terminal.status', {})).printer;
  await expect.poll(printer).toMatchObject({ error: { code: 'printer_unreachable' } });
  await till.call('session.signOut', {});
  mkdirSync(join(folder, 'away'));
  await new Promise(resolve => setTimeout(resolve, 500));
  expect(existsSync(paper)).toBe(false);
  expect(await printer()).toMatchObject({ state: 'waiting', waiting: 1 });
  await till.signIn();
  const { key } = await till.call('orders.revealKey', { orderId: id });
  await expect.poll(() => existsSync(paper) && readFileSync(paper).includes(key)).toBe(true);
});
