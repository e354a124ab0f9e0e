import type { Decimal } from '../../shared/money.ts';
import type { OfferId } from '../../shared/offer-id.ts';
import type { SandboxOffer } from './catalogue/product.ts';
import type { Faults } from './faults.ts';
import type { Ledger } from './ledger.ts';
import type { BookedOrder, OrderStatus } from './orders/order.ts';
import type { Plans } from './orders/plan.ts';
import { type Settings, type SomeSettings, withSettings } from './settings.ts';
import type { Tokens } from './tokens.ts';
import type { World } from './world.ts';

/** `refuse`: nobody listens. `silent`: connections are taken, and never answered. */
export type Outage = 'refuse' | 'silent';

/** What a test, a trainer or /sandbox/… can see of the partner and do to it while it runs. */
export interface Controls {
  readonly ledger: Ledger;
  readonly faults: Omit<Faults, 'take'>;
  readonly plans: Omit<Plans, 'take'>;
  readonly orders: { finish(transactionId: string, status: OrderStatus): BookedOrder };
  settings(): Settings;
  /** Any subset; the rest stays as it is. */
  change(settings: SomeSettings): void;
  /** null revokes one; what is left out stays. */
  setTokens(tokens: Partial<Tokens>): void;
  /** USD: what can be spent, and what is reserved for open orders. */
  balance(): { balance: Decimal; reserved: Decimal };
  topUp(usd: Decimal): void;
  setBalance(usd: Decimal): void;
  /** The whole catalogue as it is now. */
  offers(): readonly SandboxOffer[];
  /** These three throw where there is no such offer. */
  setPrice(offerId: OfferId, price: Decimal): void;
  setInStock(offerId: OfferId, inStock: boolean): void;
  removeOffer(offerId: OfferId): void;
}

/** They always reach the world of this moment, whatever was reset in between. */
export function controlsOf(world: () => World): Controls {
  return {
    ledger: {
      orders: () => world().orders.all(),
      order: transactionId => world().orders.byTransactionId(transactionId),
      requests: call => world().journal.requests(call),
      creates: transactionId => world().journal.creates.get(transactionId) ?? 0,
      createsByTransactionId: () => Object.fromEntries(world().journal.creates),
      transactions: () => world().account.transactions(),
    },
    faults: {
      set: faults => world().faults.set(faults),
      add: fault => world().faults.add(fault),
      clear: () => world().faults.clear(),
      list: () => world().faults.list(),
    },
    plans: {
      next: orders => world().plans.next(orders),
      always: (offerId, plan) => world().plans.always(offerId, plan),
    },
    orders: { finish: (transactionId, status) => world().orders.finish(transactionId, status) },
    settings: () => world().settings,
    change(settings) {
      world().settings = withSettings(world().settings, settings);
    },
    setTokens: tokens => void Object.assign(world().tokens, tokens),
    balance: () => ({ balance: world().account.balance(), reserved: world().account.reserved() }),
    topUp: usd => world().account.deposit(usd),
    setBalance: usd => world().account.setBalance(usd),
    offers: () => world().catalogue.all(),
    setPrice: (offerId, price) => world().catalogue.setPrice(offerId, price),
    setInStock: (offerId, inStock) => world().catalogue.setInStock(offerId, inStock),
    removeOffer: offerId => world().catalogue.remove(offerId),
  };
}
