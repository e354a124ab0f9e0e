import { verifyAudit } from './audit/audit.ts';
import { historyOf, listEntries } from './audit/audit-view.ts';
import { createClosing } from './closing.ts';
import type { Handlers } from './dispatch.ts';
import type { Parts } from './parts.ts';
import { listPrinters } from './receipts/printers/list-printers.ts';
import { dayReport } from './reports/day-report.ts';
import { saveSettings, shownSettings } from './settings/save-settings.ts';
import { readStatus } from './status.ts';

/** The contract's methods, each carried out by the part it belongs to. */
export function createHandlers(parts: Parts): Handlers {
  const {
    db,
    settings,
    staff,
    session,
    catalogue,
    sales,
    orders,
    queue,
    balance,
    prints,
    printQueue,
    backups,
    setup,
    storage,
    updates,
  } = parts;
  const closing = createClosing(parts.options);
  const recordsOf = (day = sales.today()) => ({ day, shop: settings.get().shop, ...sales.ofDay(day) });

  return {
    'terminal.status': () => readStatus(parts),
    'terminal.close': async ({ pin }, person) => {
      await closing.byManager(session, person, pin);
      return {};
    },
    'terminal.leave': async () => {
      closing.byAnybody(await readStatus(parts));
      return {};
    },
    'setup.complete': async input => ({ staff: await setup.complete(input) }),
    'setup.recover': async input => ({ staff: await setup.recover(input) }),
    'settings.get': () => shownSettings(parts),
    'settings.save': (input, person) => saveSettings(parts, input, person),

    'staff.list': () => ({ staff: staff.list() }),
    'staff.save': async (input, person) => {
      const saved = await staff.save(input, person.id);
      session.refresh(staff.list());
      return { staff: saved };
    },
    'staff.remove': ({ id }, person) => {
      staff.remove(id, person.id);
      session.refresh(staff.list());
      return {};
    },
    'session.signIn': async ({ staffId, pin }) => ({ staff: await session.signIn(staffId, pin) }),
    'session.signOut': () => {
      session.signOut();
      return {};
    },

    'catalogue.sync': () => catalogue.sync(),
    'catalogue.import': input => catalogue.importIds(input),
    'catalogue.search': input => catalogue.search(input),
    'catalogue.products': input => catalogue.products(input),
    'catalogue.currencies': () => ({ currencies: catalogue.currencies() }),
    'catalogue.get': input => catalogue.get(input),
    'catalogue.save': input => catalogue.save(input),
    'player.check': input => catalogue.checkPlayer(input),
    'player.telegram': input => catalogue.telegram(input),
    'player.servers': input => catalogue.servers(input),

    'sales.charge': (input, person) => parts.counter.charge(input, person),
    'sales.attempt': ({ attemptId }) => {
      const taken = sales.ofAttempt(attemptId);
      if (!taken) storage.refuseDoubt();
      return { taken };
    },
    'sales.keep': ({ draft }) => {
      parts.keptSale.keep(draft);
      return {};
    },
    'sales.kept': () => parts.keptSale.get(),
    'sales.get': ({ saleId }) => sales.get(saleId),
    'sales.list': input => sales.list(input),
    'sales.refund': ({ orderId, reference }, person) => ({ order: sales.refund(orderId, person, reference) }),

    'orders.list': input => orders.list(input),
    'orders.get': ({ orderId }) => {
      const order = orders.get(orderId);
      return { order, history: historyOf(parts, order) };
    },
    'orders.decide': ({ orderId, decision }, person) => {
      const { order, replacement } = orders.apply(orderId, { type: 'decided', decision }, person.id);
      queue.pump();
      return replacement ? { order, replacement } : { order };
    },
    'orders.revealKey': ({ orderId }, person) => ({ key: orders.revealKey(orderId, person) }),
    'orders.reprint': ({ orderId }, person) => prints.printOrder(orderId, person.id),

    'balance.get': input => balance.get(input),
    'balance.transactions': input => balance.transactions(input),

    'printer.test': (_, person) => ({
      printId: printQueue.enqueue({ kind: 'test', staffId: person.id }).printId,
    }),
    'printer.preview': ({ saleId }) => ({ receipt: prints.preview(saleId) }),
    'printer.printSale': ({ saleId }, person) => prints.printSale(saleId, person.id),
    'printer.retry': (_, person) => {
      printQueue.retry(person.id);
      return {};
    },
    'printer.discard': (_, person) => ({ discarded: printQueue.discard(person.id) }),
    'printer.list': () => listPrinters(parts.options.systemPrinters),

    'reports.day': ({ day }) => dayReport(recordsOf(day)),
    'reports.export': async ({ day }) => (await import('./reports/csv.ts')).dayCsv(recordsOf(day)),
    'audit.list': input => listEntries(parts, input),
    'audit.verify': () => verifyAudit(db),

    'backup.create': async (_, person) => ({ backup: await backups.create('on_demand', person.id) }),
    'backup.restore': async ({ name }, person) => {
      const chosen = await backups.find(name);
      // The way back. Where it cannot be made, the data is the more in need of a restore: what there is, is set aside.
      await backups.create('before_restore', person.id, [name]).catch(() => undefined);
      return { report: await parts.options.restore(chosen, person.id) };
    },
    'updates.get': () => updates.status(),
    'updates.look': () => updates.look(),
    'updates.agree': ({ version, install }, person) => updates.agree(version, install, person),

    'backup.list': async () => ({ backups: await backups.list(), ...backups.status() }),
  };
}
