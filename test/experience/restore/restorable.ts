import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Order } from '../../../shared/contract/orders.ts';
import { isCompleted, type TestTill } from '../../support/test-till.ts';

/** What is done to a till that is damaged and restored, and what must hold of it then. `current`: the till of this test. */
export function restorable(current: () => TestTill) {
  const database = () => join(current().folder, 'keytill.db');
  const status = () => current().call('terminal.status', {});
  const allOrders = async () => (await current().call('orders.list', { limit: 500 })).orders;
  const keyOf = async (orderId: string) => (await current().call('orders.revealKey', { orderId })).key;

  async function delivered(): Promise<Order> {
    const { orders } = await current().sell(1001);
    return current().until(orders[0]?.id ?? '', isCompleted);
  }

  /** Noise over everything but the first page and a few in the middle. */
  function scribble(from = 0.4): void {
    const bytes = readFileSync(database());
    for (let at = Math.floor((bytes.length * from) / 4096) * 4096; at < bytes.length; at++)
      bytes[at] = (at * 7919) % 251;
    writeFileSync(database(), bytes);
  }

  /** Signs in at the recovery screen and restores. */
  async function recover(name: string) {
    await current().signIn();
    const { report } = await current().call('backup.restore', { name });
    await current().signIn();
    return report;
  }

  async function expectEverythingAddsUp(): Promise<void> {
    const ledger = current().sandbox.ledger.createsByTransactionId();
    for (const [transactionId, creates] of Object.entries(ledger))
      expect([transactionId, creates]).toEqual([transactionId, 1]);
    const { totals } = await current().call('reports.day', {});
    const cents = (amount: string) => Math.round(Number(amount) * 100);
    expect(cents(totals.gross)).toBe(
      cents(totals.delivered) + cents(totals.waiting) + cents(totals.toRefund) + cents(totals.refunded),
    );
    expect(await current().call('audit.verify', {})).toMatchObject({ ok: true });
  }

  return { database, status, allOrders, keyOf, delivered, scribble, recover, expectEverythingAddsUp };
}
