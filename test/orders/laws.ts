import type { OrderEvent, OrderFacts, Transition } from '../../electron/orders/order-facts.ts';
import { LONGEST_WAIT_MS } from '../../electron/orders/rules.ts';

type Step = { before: OrderFacts; event: OrderEvent; now: number } & Transition;

/** What must hold of every step, from whatever facts: the names of the laws that this one breaks. */
export function brokenLaws(step: Step): string[] {
  return Object.entries(LAWS).flatMap(([name, holds]) => (holds(step) ? [] : [name]));
}

const LAWS: Record<string, (step: Step) => boolean> = {
  'a final order stays final, but for a refund of a completed one': ({ before, facts }) => {
    if (before.state === 'completed') return facts.state === 'completed' || facts.state === 'refunded';
    return (before.state !== 'canceled' && before.state !== 'refunded') || facts.state === before.state;
  },
  'what waits has a time, what does not has none': ({ facts }) => hasItsTime(facts),
  'no wait is longer than the longest, from now': ({ before, facts, now }) =>
    facts.nextAt === null || facts.nextAt === before.nextAt || facts.nextAt <= now + LONGEST_WAIT_MS,
  'a held order says why': ({ facts }) => facts.state !== 'held' || facts.reason !== null,
  'an acknowledged order stays so, and is not sent again by itself': ({ before, event, facts }) =>
    !before.acknowledged ||
    (facts.acknowledged && (facts.state !== 'queued' || before.state === 'queued' || isRetry(event))),
  'an order from a backup is sent again by a person alone': ({ before, event, facts }) =>
    !before.restored || (facts.state !== 'queued' && facts.state !== 'sending') || isRetry(event),
  'an order from a backup stays marked until it is delivered or sent again': ({ before, event, facts }) =>
    !before.restored || facts.restored || facts.state === 'completed' || isRetry(event),
  'nothing that may have happened after a backup leaves an order in line': ({ event, facts }) =>
    event.type !== 'restored' || (facts.state !== 'queued' && facts.state !== 'sending'),
  'a key that arrives is stored, once, and the one an order is completed with takes the place of any that came before':
    ({ before, event, facts, effects }) => {
      const isCompletedWithIt =
        facts.state === 'completed' && before.state !== 'completed' && facts.delivery === 'key';
      const had = before.hasKey && !(isDoubtful(before) && looksAgain(event, facts)) && !isCompletedWithIt;
      const stored = effects.filter(effect => effect.type === 'store_key').map(({ key }) => key);
      const arrived = keyIn(event);
      const wanted = arrived === undefined || had ? [] : [arrived];
      return (
        stored.join() === wanted.join() && facts.hasKey === (had || isCompletedWithIt || wanted.length > 0)
      );
    },
  'a request that never left leaves nothing unaccounted for': ({ before, event, facts }) =>
    !(event.type === 'created' && (event.result.kind === 'unsent' || event.result.kind === 'no_token')) ||
    before.state !== 'sending' ||
    facts.unansweredSince === null ||
    facts.unansweredSince !== before.lastSentAt,
  'only a person agrees to a cost': ({ before, event, facts }) =>
    facts.agreedCost === before.agreedCost || isRetry(event),
  'only a person asks for a new order in place of this one': ({ event, effects }) =>
    !effects.some(effect => effect.type === 'reorder') ||
    (event.type === 'decided' && event.decision === 'reorder'),
  'only the queue sends': ({ before, event, facts }) =>
    facts.state !== 'sending' || event.type === 'claimed' || before.state === 'sending',
  'a contradicted order is not changed by what contradicts it': ({ before, facts, effects }) =>
    !effects.some(effect => effect.type === 'contradiction') || facts.state === before.state,
  'what it was made from never changes': ({ before, facts }) =>
    facts.offerId === before.offerId &&
    facts.delivery === before.delivery &&
    facts.costCurrency === before.costCurrency,
};

export function hasItsTime({ state, nextAt }: OrderFacts): boolean {
  if (state === 'queued' || state === 'unknown' || state === 'processing') return nextAt !== null;
  return state === 'completed' || nextAt === null;
}

const isRetry = (event: OrderEvent): boolean => event.type === 'decided' && event.decision === 'retry';

const isDoubtful = ({ state, reason }: OrderFacts): boolean => state === 'held' && reason === 'mismatch';

function looksAgain(event: OrderEvent, after: OrderFacts): boolean {
  if (event.type === 'restored') return after.state === 'unknown';
  if (event.type === 'decided') return event.decision === 'check';
  return (event.type === 'created' || event.type === 'asked') && event.result.kind === 'ok';
}

function keyIn(event: OrderEvent): string | undefined {
  if (event.type !== 'created' && event.type !== 'asked') return undefined;
  return event.result.kind === 'ok' ? event.result.value.key : undefined;
}
