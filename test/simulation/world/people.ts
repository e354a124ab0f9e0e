import type { ChargeInput } from '../../../electron/sales/charge.ts';
import { saveSettings } from '../../../electron/settings/save-settings.ts';
import type { StaffMember } from '../../../shared/contract/common.ts';
import type { Order } from '../../../shared/contract/orders.ts';
import { TillError } from '../../../shared/errors.ts';
import type { Decision } from '../../../shared/order-state.ts';
import type { Dice } from './dice.ts';
import type { PartnerModel } from './partner-model.ts';
import { Dead } from './process.ts';
import type { SimulatedTill } from './till.ts';
import type { Time } from './time.ts';
import type { Trace } from './trace.ts';

/** A sale the cashier was told of: from then on it is the till's word. */
export interface Taken {
  attemptId: string;
  saleId: string;
  total: string;
  orderIds: string[];
}

export interface PeopleParts {
  till: SimulatedTill;
  time: Time;
  dice: Dice;
  partner: PartnerModel;
  staff: StaffMember;
  trace: Trace;
  broken: (law: string) => void;
}

export interface People {
  readonly taken: Taken[];
  /** Attempts of which the cashier was told that nothing was stored: the customer has left with the money. */
  readonly sentAway: string[];
  /** Customers who stand there with their money, and the till does not say yes or no. */
  waiting(): number;
  /** The cashier takes one customer's money, however often the till has to be asked. */
  serve(attemptId: string): void;
  /** So many keys to one customer, whatever is on the shelf besides. */
  sellKeys(attemptId: string, quantity: number): void;
  /** The manager looks at what needs a person, once. `thorough`: everything is decided, now. */
  manage(thorough: boolean): void;
  /** The till works with the partner's present token. */
  hasToken(): boolean;
  replaceToken(): void;
}

const TRY_AGAIN_MS = 5_000;

export function createPeople({ till, time, dice, partner, staff, trace, broken }: PeopleParts): People {
  const taken: Taken[] = [];
  const sentAway: string[] = [];
  let waiting = 0;

  /** What a person asks of the till may be refused, or end with it: neither is the end of the world. */
  function ask<T>(deed: () => T): T | undefined {
    try {
      return deed();
    } catch (error) {
      if (error instanceof TillError || isSqlite(error)) {
        trace(() => `${till.name} refuses: ${String(error)}`);
        return undefined;
      }
      throw error;
    }
  }

  /** Nobody stands before a till that is off. */
  function later(deed: () => void): void {
    time.at(Math.max(time.now(), till.upFrom()) + TRY_AGAIN_MS, deed);
  }

  function basket(): ChargeInput['lines'] | undefined {
    return till.act(parts => {
      const offer = parts.catalogue.find(dice.pick([999, 999, 1001, 'telegram_stars_100']));
      if (!offer?.price || offer.unsellable) return undefined;
      const player = offer.delivery === 'key' ? {} : { player: { id: '123456789' } };
      return [{ offerId: offer.offerId, quantity: dice.pick([1, 1, 1, 2]), price: offer.price, ...player }];
    });
  }

  function charge(input: ChargeInput): Taken | undefined {
    return till.act(parts => {
      const { sale, orders } = parts.sales.charge(input, staff);
      parts.queue.pump();
      return {
        attemptId: input.attemptId,
        saleId: sale.id,
        total: sale.total,
        orderIds: orders.map(order => order.id),
      };
    });
  }

  /** What the till says of a disk that refused a charge. */
  const verdictOn = (error: unknown, { attemptId }: ChargeInput) =>
    till.act(parts => parts.storage.heard(error, () => attemptId));

  function serve(attemptId: string): void {
    const lines = ask(basket);
    if (lines) take(attemptId, lines);
    else if (!till.isUp()) later(() => serve(attemptId));
  }

  function sellKeys(attemptId: string, quantity: number): void {
    const price = till.act(parts => parts.catalogue.find(999)?.price) ?? '0';
    take(attemptId, [{ offerId: 999, quantity, price }]);
  }

  function take(attemptId: string, lines: ChargeInput['lines']): void {
    waiting++;
    insist({ attemptId, lines, payment: { method: 'cash' } });
  }

  /** The same attempt again where no answer came; a refusal sends the customer away with the money. */
  function insist(input: ChargeInput): void {
    let refused = false;
    let told: Taken | undefined;
    try {
      told = charge(input);
    } catch (error) {
      if (!(error instanceof TillError) && !isSqlite(error)) throw error;
      const verdict = isSqlite(error) ? verdictOn(error, input) : undefined;
      trace(() => `${till.name} refuses the sale: ${String(error)}${verdict ? `, ${verdict}` : ''}`);
      refused = error instanceof TillError;
      if (verdict && verdict !== 'unknown' && dice.chance(0.5)) {
        sentAway.push(input.attemptId);
        refused = true;
      }
      // Someone switches it off and on.
      if (verdict && dice.chance(0.5)) till.kill(dice.pick([2_000, 40_000]));
    }
    if (!told && !refused) {
      later(() => insist(input));
      return;
    }
    waiting--;
    if (!told) return;
    const sale = told;
    trace(() => `${till.name} took ${sale.total} for ${sale.orderIds.map(id => id.slice(-6)).join(', ')}`);
    taken.push(sale);
    if (dice.chance(0.2)) time.at(time.now() + dice.between(0, 15_000), () => changesMind(sale));
    if (!dice.chance(0.1)) return;
    const again = ask(() => charge(input));
    if (again && again.saleId !== sale.saleId) broken(`${till.name} made two sales of ${input.attemptId}`);
  }

  function manage(thorough: boolean): void {
    const wanting = ask(() =>
      till.act(parts => parts.orders.list({ state: 'attention', limit: 100 }).orders),
    );
    if (!thorough && dice.chance(0.5)) complaints();
    for (const order of [...(wanting ?? []), ...impatient(thorough)]) {
      if (!thorough && dice.chance(0.6)) continue;
      if (order.next === 'automatic') decide(order, 'cancel');
      else if (order.next === 'decide') decide(order, choose(order));
      else if (dice.chance(0.2) && order.decisions.includes('reorder')) decide(order, 'reorder');
      else giveBack(order);
    }
  }

  /** A customer comes back with a key that is said not to work. */
  function complaints(): void {
    const done = ask(() => till.act(parts => parts.orders.list({ state: 'completed', limit: 1 }).orders));
    for (const order of done ?? []) decide(order, 'check');
  }

  /** Customers who would rather have their money back than wait. */
  const impatient = (thorough: boolean): Order[] => (thorough || !dice.chance(0.3) ? [] : letGo());

  /** Orders under way that the till lets a person cancel. */
  function letGo(): Order[] {
    const open = ask(() => till.act(parts => parts.orders.list({ state: 'open', limit: 100 }).orders));
    return (open ?? []).filter(order => order.next === 'automatic' && order.decisions.includes('cancel'));
  }

  /** Just after the sale, while its orders are on their way. */
  function changesMind({ orderIds }: Taken): void {
    for (const order of letGo()) if (orderIds.includes(order.id)) decide(order, 'cancel');
  }

  /** Some reasons speak for themselves; for the others the manager looks into the partner's cabinet. */
  function choose(order: Order): Decision {
    const { reason = '', decisions, unanswered } = order;
    if (!unanswered && ['price_changed', 'offer_gone', 'refused'].includes(reason))
      return dice.pick(['retry', 'cancel']);
    const [booking] = partner.bookingsOf(order.id);
    if (booking) return partner.isForgotten(booking) ? 'cancel' : 'check';
    if (decisions.includes('check') && dice.chance(0.3)) return 'check';
    return decisions.includes('retry') && dice.chance(0.5) ? 'retry' : 'cancel';
  }

  function decide(order: Order, decision: Decision): void {
    trace(() => `${till.name}: the manager decides ${decision} on ${order.id.slice(-6)} (${order.reason})`);
    ask(() =>
      till.act(parts => {
        parts.orders.apply(order.id, { type: 'decided', decision }, staff.id);
        parts.queue.pump();
      }),
    );
  }

  function giveBack(order: Order): void {
    ask(() => till.act(parts => parts.sales.refund(order.id, staff, undefined)));
  }

  const hasToken = (): boolean => till.act(parts => parts.secrets.shopToken()) === partner.token;

  function replaceToken(): void {
    const { token } = partner;
    if (hasToken()) return;
    trace(() => `${till.name}: the manager enters the new token`);
    const saved = till.act(parts => saveSettings(parts, { token }, staff));
    if (!saved) later(replaceToken);
    saved?.catch((error: unknown) => {
      if (!(error instanceof TillError || error instanceof Dead || isSqlite(error))) throw error;
      later(replaceToken);
    });
  }

  return { taken, sentAway, waiting: () => waiting, serve, sellKeys, manage, hasToken, replaceToken };
}

const isSqlite = (error: unknown): boolean => error instanceof Error && error.name === 'SqliteError';
