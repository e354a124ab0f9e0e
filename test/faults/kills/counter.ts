import type { Input } from '../../../shared/contract.ts';
import { TillError } from '../../../shared/errors.ts';
import { isOfferId, type OfferId } from '../../../shared/offer-id.ts';
import type { TillProgram } from '../../support/served-till.ts';
import type { Chance } from '../chance.ts';

type Charge = Input<'sales.charge'>;

/** One sale that somebody tried to make, and what the till said, if it said anything. */
export interface Attempt {
  input: Charge;
  acknowledged?: { saleId: string };
  /** The till said that the price is another one by now: nothing was taken. */
  isRefused?: true;
}

export interface Counter {
  readonly attempts: readonly Attempt[];
  /** Several people sell until `close` resolves. An attempt without an answer is mostly made again, with the same id. */
  open(program: () => TillProgram): { close(): Promise<void> };
  /** Every attempt without an answer once more. */
  askAgain(program: TillProgram): Promise<void>;
}

const PEOPLE = 4;

export function createCounter(chance: Chance, priceOf: Map<OfferId, string>): Counter {
  const attempts: Attempt[] = [];

  async function charge(program: TillProgram, attempt: Attempt): Promise<void> {
    try {
      const { sale } = await program.call('sales.charge', attempt.input);
      const earlier = attempt.acknowledged?.saleId ?? sale.id;
      if (earlier !== sale.id) throw new Error('one attempt was charged as two sales');
      attempt.acknowledged = { saleId: sale.id };
    } catch (error) {
      if (!(error instanceof TillError) || error.code !== 'price_changed') throw error;
      attempt.isRefused = true;
      const { offerId, price } = error.details ?? {};
      if (isOfferId(offerId)) priceOf.set(offerId, String(price));
    }
  }

  function newAttempt(): Attempt {
    const kind = chance();
    const offerId = kind < 0.6 ? 999 : kind < 0.9 ? 1001 : 'telegram_stars_100';
    const line = { offerId, quantity: chance() < 0.2 ? 2 : 1, price: priceOf.get(offerId) ?? '0' } as const;
    const attempt: Attempt = {
      input: {
        attemptId: crypto.randomUUID(),
        lines: [typeof offerId === 'string' ? { ...line, player: { id: '123456789' } } : line],
        payment: { method: 'cash' },
      },
    };
    attempts.push(attempt);
    return attempt;
  }

  async function sellUntil(closed: () => boolean, program: () => TillProgram): Promise<void> {
    let attempt: Attempt | undefined;
    while (!closed()) {
      const again = attempt && isUnanswered(attempt) && chance() < 0.8;
      attempt = again && attempt ? attempt : newAttempt();
      // A till that has just been killed gives no answer; one that was just started knows nobody yet.
      await charge(program(), attempt).catch(refuseRefusals);
      await pause(20 + chance() * 150);
    }
  }

  return {
    attempts,
    open(program) {
      let isClosed = false;
      const people = Promise.all(Array.from({ length: PEOPLE }, () => sellUntil(() => isClosed, program)));
      // Who gave up says why when the counter is closed, not before: there is a till to be cleared away.
      people.catch(() => {});
      return {
        async close() {
          isClosed = true;
          await people;
        },
      };
    },
    async askAgain(program) {
      for (const attempt of attempts.filter(isUnanswered)) await charge(program, attempt);
    },
  };
}

const isUnanswered = ({ acknowledged, isRefused }: Attempt): boolean => !acknowledged && !isRefused;

/** What a till may say while it is killed and started. Anything else, such as a changed price, would be a fault of the test. */
function refuseRefusals(error: unknown): void {
  if (error instanceof TillError && error.code !== 'not_signed_in') throw error;
}

export const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));
