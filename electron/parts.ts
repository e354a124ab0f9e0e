import about from '../package.json' with { type: 'json' };
import type { Backup, RestoreReport } from '../shared/contract/backup.ts';
import type { Balance } from '../shared/contract/balance.ts';
import type { UpdatesOff } from '../shared/contract/updates.ts';
import type { TillEvent } from '../shared/events.ts';
import { isReachable } from '../shared/sale-outcome.ts';
import { appendAudit, tillOf } from './audit/audit.ts';
import { createBackups } from './backup/backups.ts';
import type { Beside } from './backup/beside.ts';
import { createBalance } from './balance/balance.ts';
import { isTopUp } from './balance/top-up.ts';
import { createCatalogue } from './catalogue/catalogue.ts';
import { createSecrets } from './keychain/secrets.ts';
import { createConnection } from './orders/connection.ts';
import { createKeyVault, type KeyVault } from './orders/key-vault.ts';
import { createOrders } from './orders/orders.ts';
import { createQueue } from './orders/queue.ts';
import { createPartner } from './partner/create-partner.ts';
import type { ClosableHttp } from './partner/undici-http.ts';
import { watchPartner } from './partner/watch.ts';
import type { Clock, Keychain, Random, SystemPrinters, UpdateSource } from './ports.ts';
import { createPrintQueue } from './receipts/print-queue.ts';
import { createPrinterOpener } from './receipts/printers/open-printer.ts';
import { createSalePrints } from './receipts/sale-prints.ts';
import { createCounter } from './sales/counter.ts';
import { createKeptSale } from './sales/kept-sale.ts';
import { createSales } from './sales/sales.ts';
import { createSettings } from './settings/settings.ts';
import { createSetup } from './setup/setup.ts';
import { createSession } from './staff/session.ts';
import { createStaff } from './staff/staff.ts';
import type { Db } from './store/open.ts';
import { createStorageHealth } from './store/storage-health.ts';
import { createUpdates } from './updates/updates.ts';

export interface TerminalOptions {
  /** The data folder, which holds `keytill.db`. */
  folder: string;
  /** The partner's address, and that of its Telegram look-up. */
  partner: string;
  aggregator: string;
  keychain: Keychain;
  /** Overrides the printer of the settings. */
  printer?: string;
  /** Left out where the host has none. */
  systemPrinters?: SystemPrinters;
  isDemo: boolean;
  /** Ends the program. Left out where the till's screen is closed like any other window. */
  close?: () => void;
  /** Where the long work with whole databases is done. */
  beside: Beside;
  /** Ends this terminal, and another one goes on with the data of this backup. `staffId`: who asked for it. */
  restore(backup: Backup, staffId: string | null): Promise<RestoreReport>;
  /** Whether anybody has signed in since the process started. */
  hasBeenUsed(): boolean;
  /** Where newer programs come from, or why none do. */
  updates: UpdateSource | UpdatesOff;
  clock: Clock;
  random: Random;
  http: ClosableHttp;
  log: Log;
}

/** Neither ever gets a token, a key or a PIN. */
export interface Log {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export type Parts = ReturnType<typeof buildParts>;

/** The id of no order: what the partner says of it tells whether orders would be answered. */
const NO_ORDER = '00000000-0000-7000-8000-000000000000';

/** What is under way when the till stops may take this long to be stored; the rest is found out at the next start. */
const LAST_ANSWERS_MS = 1_200;
/** A disk that refuses the first write of the day may take it a moment later. */
const BEGIN_AGAIN_MS = 2_000;

/** Builds every part of the till on an open database, once, and ties them together. */
export function buildParts(options: TerminalOptions, db: Db) {
  const { clock, random, log, beside } = options;
  const listeners = new Set<(event: TillEvent) => void>();
  /** What is told of has happened: a listener that fails is noted, and stops nothing. */
  const noting = (what: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      trouble(error, what);
    }
  };
  const emit = (event: TillEvent): void => {
    const heard = session.current() ? event : withoutSales(event);
    if (!heard) return;
    for (const listener of listeners) noting('a listener failed', () => listener(heard));
  };
  const auditAs = (action: string, subject: string | null, details: object, staffId: string | null): void =>
    appendAudit(db, { at: clock.now(), staffId, action, subject, details: { ...details } });
  const audit = (
    action: string,
    subject: string | null | undefined,
    details: object,
    staffId?: string | null,
  ): void => auditAs(action, subject ?? null, details, staffId ?? session.current()?.id ?? null);

  const storage = createStorageHealth({
    db,
    folder: options.folder,
    clock,
    changed(payload) {
      if (payload.state === 'ok')
        noting('who came and went could not be written down yet', session.writeDown);
      emit({ name: 'storage.changed', payload });
    },
  });
  const trouble = (error: unknown, what: string): void => {
    storage.heard(error);
    log.error({ error: describe(error) }, what);
  };
  const settings = createSettings(db);
  const secrets = createSecrets(options.keychain, random);
  const session = createSession({
    db,
    clock,
    pepper: secrets.pepper,
    storageFailed: error => trouble(error, 'who came or went could not be written down yet'),
  });
  const staff = createStaff({ db, clock, random, pepper: secrets.pepper });

  const bare = createPartner({
    http: options.http,
    hosts: { partner: options.partner, aggregator: options.aggregator },
    tokens: { shop: secrets.shopToken, management: secrets.managementToken },
  });
  const partner = watchPartner(bare, result => connection.observe(result));
  let lastBalance: Balance | undefined;
  const balance = createBalance({
    db,
    clock,
    partner,
    settings: settings.get,
    changed: payload => {
      emit({ name: 'balance.changed', payload });
      if (isTopUp(lastBalance, payload)) queue.wake('insufficient_balance');
      lastBalance = payload;
    },
  });
  const connection = createConnection({
    clock,
    random,
    async probe() {
      await balance.get({ fresh: true }).catch(storage.heard);
      // A partner that cannot say what the balance is may still take orders.
      if (!connection.isOpen()) await partner.orderStatus(NO_ORDER);
    },
  });
  const catalogue = createCatalogue({
    db,
    clock,
    partner,
    settings: settings.get,
    audit,
    progress: payload => emit({ name: 'catalogue.progress', payload }),
  });

  let vault: KeyVault | undefined;
  const openVault = (): KeyVault => {
    vault ??= createKeyVault(secrets.dataKey(), random);
    return vault;
  };
  const orders = createOrders({
    db,
    clock,
    random,
    vault: openVault,
    settings: settings.get,
    pause: connection.pause,
  });
  const queue = createQueue({
    db,
    clock,
    orders,
    partner,
    connection,
    catalogue,
    balance,
    storageFailed: error => trouble(error, 'an order could not be stored yet'),
  });
  const sales = createSales({ db, clock, random, settings: settings.get, catalogue, orders });

  const keptSale = createKeptSale(sales.saleOfAttempt);
  const counter = createCounter({
    sales,
    followUps: [keptSale.charged, saleId => prints.afterCharge(saleId), () => queue.pump()],
    noting,
  });

  const openPrinter = createPrinterOpener(clock, options.systemPrinters);
  const printer = () => openPrinter(options.printer ?? settings.find()?.printer ?? 'none');
  const prints = createSalePrints({
    clock,
    settings: settings.get,
    sales,
    orders,
    queue: () => printQueue,
    isReachable: () => isReachable(connection.current()),
    noting,
  });
  const printQueue = createPrintQueue({
    db,
    clock,
    random,
    printer,
    render: prints.render,
    hasKeys: prints.hasKeys,
    present: () => session.current()?.id ?? null,
    numberOf: saleId => sales.get(saleId).sale.number,
    // Who was there when it came out, not who is when that is recorded.
    audit: auditAs,
    storageFailed: error => trouble(error, 'a print could not be stored yet'),
    changed: payload => emit({ name: 'printer.changed', payload }),
  });

  const backups = createBackups({
    folder: options.folder,
    till: () => tillOf(db),
    clock,
    beside,
    // The daily one is the till's own doing, whoever is signed in.
    audit: auditAs,
    changed: payload => emit({ name: 'backup.changed', payload }),
    failed: error => trouble(error, 'a backup failed'),
  });

  const updates = createUpdates({
    db,
    clock,
    version: about.version,
    source: options.updates,
    circumstances: () => {
      const { waiting, held } = orders.summary();
      return { hasBeenUsed: options.hasBeenUsed(), waiting, held, prints: printQueue.status().waiting };
    },
    backUp: () => backups.create('before_update'),
    audit,
    changed: payload => emit({ name: 'updates.changed', payload }),
    failed: error => trouble(error, 'an update failed'),
  });

  orders.onChange((changed, summary) => {
    emit({ name: 'orders.changed', payload: { orders: changed, queue: summary } });
    noting('a receipt could not be lined up', () => prints.afterChange(changed));
  });
  connection.onChange(payload => {
    emit({ name: 'connection.changed', payload });
    prints.afterConnectionChange();
  });
  session.onChange(person => {
    emit({ name: 'session.changed', payload: { staff: person } });
    noting('the prints could not be looked at', printQueue.heedPresence);
  });

  let running = false;
  let stopped = false;
  /** Does nothing until the till is set up and its secrets are there, and nothing the second time. */
  function begin(): void {
    if (running || stopped || !settings.find() || secrets.problem(false)) return;
    try {
      orders.recoverKeys();
      queue.start();
      printQueue.start();
      connection.start();
      backups.start();
      updates.start();
      running = true;
    } catch (error) {
      trouble(error, 'the till could not begin yet');
      clock.after(BEGIN_AGAIN_MS, begin);
    }
  }

  const setup = createSetup({
    db,
    clock,
    secrets,
    settings,
    staff,
    balance,
    hasOpenOrders: orders.hasOpen,
    begin,
  });

  async function stop(): Promise<void> {
    if (stopped) return;
    stopped = true;
    connection.stop();
    balance.stop();
    backups.stop();
    updates.stop();
    storage.stop();
    prints.stop();
    const patience = new Promise<void>(resolve => clock.after(LAST_ANSWERS_MS, resolve));
    await Promise.race([Promise.all([queue.stop(), printQueue.stop(), beside.stop()]), patience]);
    await partner.close();
    db.close();
  }

  return {
    options,
    db,
    settings,
    secrets,
    session,
    staff,
    storage,
    balance,
    connection,
    catalogue,
    orders,
    queue,
    sales,
    keptSale,
    counter,
    prints,
    printQueue,
    backups,
    updates,
    setup,
    audit,
    begin,
    /** The machine slept, or its way to the network is another: what waited for it is tried at once. */
    wake(): void {
      if (!running || stopped) return;
      connection.look();
      queue.pump();
    },
    stop,
    on(listener: (event: TillEvent) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/** What a locked till may say aloud: how much is waiting, and nothing of orders or the balance. */
function withoutSales(event: TillEvent): TillEvent | undefined {
  if (event.name === 'balance.changed') return undefined;
  return event.name === 'orders.changed'
    ? { ...event, payload: { orders: [], queue: event.payload.queue } }
    : event;
}
