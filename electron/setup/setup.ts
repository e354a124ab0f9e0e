import type { StaffMember } from '../../shared/contract/common.ts';
import type { ParsedInput } from '../../shared/contract.ts';
import { TillError } from '../../shared/errors.ts';
import { appendAudit } from '../audit/audit.ts';
import type { BalancePart } from '../balance/balance.ts';
import type { Secrets } from '../keychain/secrets.ts';
import type { PartnerBalance } from '../partner/partner.ts';
import { tillErrorOf } from '../partner/till-error.ts';
import type { Clock } from '../ports.ts';
import { freshSettings, type SettingsPart } from '../settings/settings.ts';
import type { Staff } from '../staff/staff.ts';
import type { Db } from '../store/open.ts';

export interface SetupParts {
  db: Db;
  clock: Clock;
  secrets: Secrets;
  settings: SettingsPart;
  staff: Staff;
  balance: BalancePart;
  /** Orders that were sent from one account and asked about at another would be bought again. */
  hasOpenOrders: () => boolean;
  /** The till can work from here on. */
  begin: () => void;
}

export type Setup = ReturnType<typeof createSetup>;

/** From an empty till to one that sells, and back to one that sells after its secrets were lost. */
export function createSetup(parts: SetupParts) {
  const { db, clock, secrets, settings, staff, balance, hasOpenOrders, begin } = parts;
  let underWay = false;

  async function alone<T>(work: () => Promise<T>): Promise<T> {
    if (underWay) throw new TillError('already_set_up', 'The set-up is under way.');
    underWay = true;
    try {
      return await work();
    } finally {
      underWay = false;
    }
  }

  /** A token is believed when the partner answers a balance call with it. */
  async function prove(token: string): Promise<PartnerBalance> {
    const result = await balance.check(token);
    if (result.kind !== 'ok') throw tillErrorOf(result);
    return result.value;
  }

  const refuseKeychain = (): void => {
    const problem = secrets.problem(true);
    if (problem) throw problem;
  };

  async function complete(input: ParsedInput<'setup.complete'>): Promise<StaffMember> {
    if (settings.find()) throw new TillError('already_set_up', 'This till is set up already.');
    refuseKeychain();
    const { token, manager, ...given } = input;
    const fresh = freshSettings(given);
    const account = await prove(token);
    await secrets.makeMissingKeys();
    await secrets.saveShopToken(token);
    const person = await staff.add({ ...manager, role: 'manager' }, null, () => {
      settings.write(fresh);
      appendAudit(db, {
        at: clock.now(),
        staffId: null,
        action: 'setup.completed',
        subject: null,
        details: { shop: fresh.shop.name, currency: fresh.shop.currency, partnerId: account.partnerId },
      });
    });
    balance.remember(account);
    begin();
    return person;
  }

  async function recover({ token, manager }: ParsedInput<'setup.recover'>): Promise<StaffMember> {
    if (!settings.find()) throw new TillError('not_set_up', 'This till has not been set up yet.');
    refuseKeychain();
    if (!secrets.problem(false))
      throw new TillError('already_set_up', 'The secrets of this till are not lost.');
    const isManager = staff.list().some(({ id, role }) => id === manager.staffId && role === 'manager');
    if (!isManager) throw new TillError('not_found', 'Choose one of the managers of this till.');
    const account = await prove(token);
    const isUnnamed = account.partnerId === '' || !balance.partnerId();
    if (!isSameAccount(balance, account) && (!isUnnamed || hasOpenOrders())) {
      throw new TillError('token_of_other_partner', 'This token belongs to another partner account.');
    }
    await secrets.makeMissingKeys();
    await secrets.saveShopToken(token);
    const person = await staff.resetPin(manager.staffId, manager.pin);
    balance.remember(account);
    begin();
    return person;
  }

  return {
    complete: (input: ParsedInput<'setup.complete'>) => alone(() => complete(input)),
    recover: (input: ParsedInput<'setup.recover'>) => alone(() => recover(input)),
    prove,
  };
}

/** Provably: where the partner does not say whose account it is, nothing is proven. */
export function isSameAccount(
  balance: Pick<BalancePart, 'partnerId'>,
  account: Pick<PartnerBalance, 'partnerId'>,
): boolean {
  return account.partnerId !== '' && balance.partnerId() === account.partnerId;
}
