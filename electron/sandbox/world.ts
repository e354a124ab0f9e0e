import { systemClock } from '../adapters/system-clock.ts';
import { type Account, createAccount } from './account.ts';
import { type Catalogue, createCatalogue } from './catalogue/catalogue.ts';
import { createFaults, type Faults } from './faults.ts';
import { createJournal, type Journal } from './ledger.ts';
import { MOST_OFFERS, type SandboxOptions } from './options.ts';
import { createOrders, type Orders } from './orders/orders.ts';
import { createPlans, type Plans } from './orders/plan.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import { DEFAULT_SETTINGS, type Settings, withSettings } from './settings.ts';
import { createTimers, type Timers } from './timers.ts';
import { SANDBOX_MANAGEMENT_TOKEN, SANDBOX_TOKEN, type Tokens } from './tokens.ts';

/** The page's own examples. */
const OPENING_BALANCE = '500.25';
const FIRST_ORDER_ID = 10_222_502;

/** Everything the partner knows and has; the network around it is not part of it. */
export interface World {
  now: () => number;
  timers: Timers;
  settings: Settings;
  tokens: Tokens;
  catalogue: Catalogue;
  account: Account;
  plans: Plans;
  orders: Orders;
  faults: Faults;
  journal: Journal;
  telegramLimit: RateLimit;
}

export function createWorld(options: SandboxOptions): World {
  const clock = options.clock ?? systemClock;
  const seed = options.seed ?? 1;
  const offers = options.offers ?? 300;
  if (offers > MOST_OFFERS) throw new Error(`The sandbox has at most ${MOST_OFFERS} offers`);
  const now = (): number => clock.now();
  const timers = createTimers(clock);
  const account = createAccount(options.balance ?? OPENING_BALANCE, now);
  const firstOrderId = options.firstOrderId ?? FIRST_ORDER_ID;
  return {
    now,
    timers,
    settings: withSettings(DEFAULT_SETTINGS, options.settings ?? {}),
    tokens: {
      shop: options.token ?? SANDBOX_TOKEN,
      management: options.managementToken ?? SANDBOX_MANAGEMENT_TOKEN,
    },
    catalogue: createCatalogue(offers, seed),
    account,
    plans: createPlans(),
    orders: createOrders({ account, timers, now, seed, firstOrderId }),
    faults: createFaults(),
    journal: createJournal(),
    telegramLimit: createRateLimit(clock),
  };
}
