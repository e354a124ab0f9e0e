import type { StaffMember } from '../../shared/contract/common.ts';
import type { Settings } from '../../shared/contract/terminal.ts';
import type { ParsedInput } from '../../shared/contract.ts';
import { TillError } from '../../shared/errors.ts';
import { isDriven } from '../../shared/printer-target.ts';
import type { BalancePart } from '../balance/balance.ts';
import type { Secrets } from '../keychain/secrets.ts';
import type { ConnectionMonitor } from '../orders/connection.ts';
import type { Orders } from '../orders/orders.ts';
import type { Queue } from '../orders/queue.ts';
import type { SystemPrinters } from '../ports.ts';
import type { PrintQueue } from '../receipts/print-queue.ts';
import { isDevice } from '../receipts/printers/device.ts';
import type { Sales } from '../sales/sales.ts';
import { isSameAccount, type Setup } from '../setup/setup.ts';
import type { Db } from '../store/open.ts';
import type { SettingsPart } from './settings.ts';

interface SaveParts {
  db: Db;
  settings: SettingsPart;
  secrets: Secrets;
  setup: Setup;
  balance: BalancePart;
  sales: Sales;
  orders: Orders;
  connection: ConnectionMonitor;
  printQueue: PrintQueue;
  queue: Pick<Queue, 'suspend'>;
  audit: (action: string, subject: string | null, details: object, staffId: string) => void;
  options: { systemPrinters?: SystemPrinters };
}

export interface ShownSettings {
  settings: Settings;
  /** Secrets only go in: whether they are there is all that comes out. */
  secretsSet: { token: boolean; managementToken: boolean };
}

export function shownSettings({ settings, secrets }: Pick<SaveParts, 'settings' | 'secrets'>): ShownSettings {
  return {
    settings: settings.get(),
    secretsSet: {
      token: secrets.shopToken() !== undefined,
      managementToken: secrets.managementToken() !== undefined,
    },
  };
}

/** All or nothing: a token that the partner does not accept leaves every other setting as it was. */
export async function saveSettings(
  parts: SaveParts,
  { token, managementToken, ...patch }: ParsedInput<'settings.save'>,
  person: StaffMember,
): Promise<ShownSettings> {
  const { db, settings, secrets, connection } = parts;
  refuseOtherCurrency(parts, settings.merged(patch));
  if (patch.printer !== undefined) await refuseNoPrinter(parts, patch.printer);
  if (token !== undefined) await replaceToken(parts, token);
  if (managementToken !== undefined) await secrets.saveManagementToken(managementToken);
  db.transaction(() => {
    // Proving a token takes its time: meanwhile something may have been sold, or another setting saved.
    const before = settings.get();
    const next = settings.merged(patch);
    refuseOtherCurrency(parts, next);
    settings.write(next);
    const newSecrets = {
      ...(token === undefined ? {} : { token: 'replaced' }),
      ...(managementToken === undefined ? {} : { managementToken: managementToken ? 'replaced' : 'removed' }),
    };
    const changed = [...Object.keys(patch), ...Object.keys(newSecrets)];
    const details = { changed, ...valuesChanged(before, next), ...textsChanged(before, next), ...newSecrets };
    parts.audit('settings.saved', null, details, person.id);
  }).immediate();
  if (token !== undefined) connection.tryNow();
  parts.printQueue.wake();
  return shownSettings(parts);
}

/** Every setting but texts, each with the value it had and the one it has now; null where there is none. */
function valuesChanged(before: Settings, next: Settings): Record<string, [string | null, string | null]> {
  const [old, now] = [plainValues(before), plainValues(next)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  const values = names.map(name => [name, [old[name] ?? null, now[name] ?? null]] as const);
  return Object.fromEntries(
    values.filter(([, [was, is]]) => was !== is).map(([name, [was, is]]) => [name, [was, is]]),
  );
}

function plainValues(settings: Settings): Record<string, string> {
  const { rates, shop, receipt, autoLockMinutes, autoPrint, ...plain } = settings;
  const rateOf = Object.entries(rates).map(([currency, rate]) => [`rates.${currency}`, rate]);
  return {
    ...Object.fromEntries(rateOf),
    ...plain,
    autoLockMinutes: String(autoLockMinutes),
    autoPrint: String(autoPrint),
    shopName: shop.name,
    shopCurrency: shop.currency,
    timeZone: shop.timeZone,
    dayStartsAt: shop.dayStartsAt,
    paper: String(receipt.paper),
  };
}

/** Of several lines of text, that they are others now. */
function textsChanged({ receipt: old }: Settings, { receipt: now }: Settings): Record<string, 'changed'> {
  const names = (['header', 'footer'] as const).filter(name => old[name] !== now[name]);
  return Object.fromEntries(names.map(name => [name, 'changed']));
}

function refuseOtherCurrency({ settings, sales }: SaveParts, next: Settings): void {
  const { currency } = settings.get().shop;
  if (next.shop.currency !== currency && sales.any()) {
    throw new TillError('currency_fixed', 'The books of this till are kept in one currency.', { currency });
  }
}

/** Whoever starts the till may have it print into a file; from its screens it prints on printers. */
async function refuseNoPrinter({ options }: SaveParts, printer: string): Promise<void> {
  if (printer.startsWith('file:') && !(await isDevice(printer.slice('file:'.length)))) {
    throw new TillError('printer_not_device', 'That path is no printer.');
  }
  if (isDriven(printer) && !options.systemPrinters) {
    throw new TillError('printer_needs_desktop', 'Only the desktop till prints through a driver.');
  }
}

/**
 * Orders that are under way belong to the account they were sent from: asked about elsewhere they would be bought again.
 * Nothing is sent while the keychain takes the new token, so that none can begin under one and end under the other.
 */
async function replaceToken(parts: SaveParts, token: string): Promise<void> {
  const { setup, balance, orders, secrets, queue } = parts;
  const account = await setup.prove(token);
  const goOn = queue.suspend();
  try {
    if (!isSameAccount(balance, account) && orders.hasOpen()) {
      throw new TillError(
        'token_of_other_partner',
        'Finish the open orders before changing the partner account.',
      );
    }
    await secrets.saveShopToken(token);
    balance.remember(account);
  } finally {
    goOn();
  }
}
