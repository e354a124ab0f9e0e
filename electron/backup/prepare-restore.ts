import { chmodSync, copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { RestoreReport } from '../../shared/contract/backup.ts';
import { TillError } from '../../shared/errors.ts';
import { systemRandom } from '../adapters/system-random.ts';
import { appendAudit, continueAudit, isSequelOf, lengthOfAudit } from '../audit/audit.ts';
import { createOrders } from '../orders/orders.ts';
import type { Clock } from '../ports.ts';
import { discardUnprinted, forgetPrintsOf } from '../receipts/after-restore.ts';
import { settleIncompleteSales } from '../sales/incomplete-sales.ts';
import { skipSaleNumbers } from '../sales/skip-sale-numbers.ts';
import { createSettings } from '../settings/settings.ts';
import { type CarriedOver, carryOver } from '../store/carry-over.ts';
import { makeLegibleCopy, removeLegibleCopy } from '../store/legible-copy.ts';
import { newestEntryOf } from '../store/newest-entry.ts';
import { type Db, openStore } from '../store/open.ts';
import { holdsTables, unlessDamaged } from '../store/readable-rows.ts';
import { verdictOn } from '../store/soundness.ts';
import { readBackupName } from './backup-name.ts';
import { flushFile, moveFile } from './durable.ts';
import { listBackups, problemOf } from './list-backups.ts';
import { tillIn } from './prove.ts';
import { DATABASE, LEGIBLE, PREPARING, readyName, setAsideName } from './swap.ts';
import { makeOneFile } from './write-backup.ts';

export interface RestoreOrder {
  /** The data folder, and the folder of backups. */
  folder: string;
  backups: string;
  /** The backup, and when it was made. */
  name: string;
  madeAt: string;
  at: number;
  /** Who asked for it; null where nobody could be asked to sign in. */
  staffId: string | null;
}

/** The audit names no more than so many of the rows that did not fit. */
const MOST_NAMED = 50;

/**
 * Makes, beside the present data, the data that takes its place: the backup, with what happened after it carried over.
 * It is whole and on disk under its final name when this returns (`finishRestore` puts it in place); until then nothing
 * has changed. Throws `backup_damaged`, `backup_newer`. The till must not be running.
 */
export function prepareRestore(order: RestoreOrder): RestoreReport {
  const { folder, name } = order;
  const preparing = join(folder, PREPARING);
  for (const end of ['', '-wal', '-shm']) rmSync(preparing + end, { force: true });
  copyFileSync(join(order.backups, name), preparing);
  chmodSync(preparing, 0o600);
  const problem = problemOf(preparing, readBackupName(name)?.digest);
  if (problem) throw new TillError(`backup_${problem}`, `The backup ${name} is ${problem}.`);

  const db = openStore(preparing);
  let report: RestoreReport;
  try {
    report = db.transaction(() => bringUpToDate(db, order)).immediate();
  } finally {
    db.close();
  }
  makeOneFile(preparing);
  flushFile(preparing);
  moveFile(preparing, join(folder, readyName(order.at, report.gap)));
  return report;
}

function bringUpToDate(db: Db, order: RestoreOrder): RestoreReport {
  const { folder, name, madeAt, at, staffId } = order;
  const { carried, skipped, gap } = fromBefore(order, db);
  let nextNumber: number | undefined;
  if (gap) {
    // First, while every number that can be known is here.
    nextNumber = skipSaleNumbers(db);
    discardUnprinted(db, at);
    const leftOut = settleIncompleteSales(db, at, saleId => forgetPrintsOf(db, saleId));
    skipped.push(...leftOut.map(id => `sales ${id}`));
  }
  const setAside = existsSync(join(folder, DATABASE)) ? setAsideName(at, gap) : null;
  const clock: Clock = { now: () => at, monotonic: () => 0, after: () => () => {} };
  const settings = createSettings(db);
  const vault = () => {
    throw new Error('no key is opened or sealed by a restore');
  };
  const orders = createOrders({ db, clock, random: systemRandom, vault, settings: settings.get }).restored(
    gap,
  );
  const { sales, orders: ordersCarried, keys, refunds } = carried;
  const report: RestoreReport = {
    name,
    at: madeAt,
    setAside,
    carried: { sales, orders: ordersCarried, keys, refunds },
    skipped: skipped.length,
    gap,
    orders,
  };
  appendAudit(db, {
    at,
    staffId,
    action: 'backup.restored',
    subject: null,
    details: {
      name,
      setAside,
      gap,
      ...(nextNumber === undefined ? {} : { nextNumber }),
      concerned: orders,
      ...carried,
      skipped: skipped.length,
      skippedRows: skipped.slice(0, MOST_NAMED),
    },
  });
  return report;
}

type Gathered = Pick<CarriedOver, 'carried' | 'skipped'>;

/**
 * What other good backups, and the present data, even damaged, hold of what happened after the backup; `gap`: some of it
 * may be missing. Present data that is sound holds all that any backup does.
 */
function fromBefore(order: RestoreOrder, into: Db): Gathered & { gap: boolean } {
  const { folder, backups, name } = order;
  const path = join(folder, DATABASE);
  const copy = join(folder, LEGIBLE);
  const present = openToRead(path);
  const isSound =
    present !== undefined &&
    unlessDamaged(() => verdictOn(present, 'integrity_check')) === 'ok' &&
    unlessDamaged(() => lengthOfAudit(present) >= newestEntryOf(folder)) === true;
  const gathered = isSound ? NOTHING : fromOtherBackups(order, into);
  const from = present ?? (makeLegible(path, join(backups, name), copy) ? openToRead(copy) : undefined);
  if (!from) {
    removeLegibleCopy(copy);
    return { ...gathered, gap: true };
  }
  try {
    const isSequel = unlessDamaged(() => isSequelOf(from, into)) ?? false;
    const found = carryOver(from, into, isSequel);
    const isAuditWhole = isSequel && continueAudit(from, into);
    const isAll = isSound && found.isWhole && isAuditWhole && found.skipped.length === 0;
    return { ...together(gathered, found), gap: !isAll };
  } finally {
    from.close();
    removeLegibleCopy(copy);
  }
}

/** The newest first: it holds what those before it do, unless their ways have parted. */
function fromOtherBackups({ backups, name }: RestoreOrder, into: Db): Gathered {
  let gathered = NOTHING;
  for (const other of listBackups(backups, tillIn(join(backups, name)))) {
    const from = other.verified && other.name !== name ? openToRead(join(backups, other.name)) : undefined;
    if (!from) continue;
    if (!isSequelOf(into, from)) {
      const isSequel = isSequelOf(from, into);
      gathered = together(gathered, carryOver(from, into, isSequel));
      if (isSequel) continueAudit(from, into);
    }
    from.close();
  }
  return gathered;
}

const NOTHING: Gathered = {
  carried: { staff: 0, sales: 0, orders: 0, keys: 0, refunds: 0, prints: 0 },
  skipped: [],
};

function together(a: Gathered, b: Gathered): Gathered {
  const { staff, sales, orders, keys, refunds, prints } = a.carried;
  return {
    carried: {
      staff: staff + b.carried.staff,
      sales: sales + b.carried.sales,
      orders: orders + b.carried.orders,
      keys: keys + b.carried.keys,
      refunds: refunds + b.carried.refunds,
      prints: prints + b.carried.prints,
    },
    skipped: [...a.skipped, ...b.skipped],
  };
}

function makeLegible(path: string, backup: string, copy: string): boolean {
  return existsSync(path) && makeLegibleCopy(path, backup, copy);
}

/** Read only: a damaged file is kept as it is. `undefined` where not even what it holds can be seen. */
function openToRead(path: string): Db | undefined {
  if (!existsSync(path)) return undefined;
  const db = unlessDamaged(() => new Database(path, { readonly: true, fileMustExist: true }));
  if (db && holdsTables(db)) return db;
  db?.close();
  return undefined;
}
