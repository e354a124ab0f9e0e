import type { OfferId } from '../../../shared/offer-id.ts';
import type { Dice } from './dice.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long the troubled part of a run lasts. */
export const STORY_MS = 4 * MINUTE;

/** What happens in one run besides the faults of the single requests: customers, the shop's owner, the partner, time. */
export function tell(world: World, dice: Dice): void {
  const { time, partner, tills } = world;
  const sometime = (): number => dice.between(0, STORY_MS);
  const maybe = (probability: number, deed: () => void): void => {
    if (dice.chance(probability)) deed();
  };
  const between = (begin: () => void, end: () => void): void => {
    const from = sometime();
    time.at(from, begin);
    time.at(from + dice.between(MINUTE / 2, 3 * MINUTE), end);
  };

  for (const { till, people } of tills) {
    const customers = dice.pick([1, 1, 1, 2]);
    for (let customer = 0; customer < customers; customer++) {
      time.at(dice.between(0, STORY_MS * 0.6), () => people.serve(`${till.name}-attempt-${customer}`));
    }
    for (let visit = 0; visit < 2; visit++) time.at(sometime(), () => people.manage(false));
    maybe(0.2, () => time.at(sometime(), () => till.kill(dice.pick([0, 2_000, 20_000, 5 * MINUTE]))));
    maybe(0.3, () => time.at(sometime(), () => till.setWall(clockError(dice))));
    maybe(0.2, () => time.at(sometime(), () => till.setWall(clockError(dice))));
  }

  maybe(0.06, () =>
    time.at(sometime(), () => {
      const night = nightMs(dice);
      for (const { till } of tills) till.kill(night);
    }),
  );
  maybe(0.25, () =>
    between(
      () => priceMoves(world, dice),
      () => priceMoves(world, dice),
    ),
  );
  maybe(0.2, () =>
    between(
      () => leaves(world, dice, true),
      () => leaves(world, dice, false),
    ),
  );
  maybe(0.15, () => {
    const full = partner.cents;
    between(
      () => {
        partner.cents = dice.between(0, 300);
      },
      () => {
        partner.cents = full;
      },
    );
  });
  maybe(0.1, () =>
    between(
      () => {
        partner.token = 'fedcba9876543210fedcba9876543210';
      },
      () => {
        for (const { people } of tills) people.replaceToken();
      },
    ),
  );
}

/** Closed until the next day, or over the holidays. */
export function nightMs(dice: Dice): number {
  return (
    dice.between(
      ...dice.pick<[number, number]>([
        [20, 30],
        [50, 75],
      ]),
    ) * HOUR
  );
}

/** At most twice in a run: together less than a day, which is what the partner's memory has to spare. */
function clockError(dice: Dice): number {
  const size = dice.pick([
    dice.between(1_000, MINUTE),
    dice.between(MINUTE, HOUR),
    dice.between(HOUR, 12 * HOUR),
  ]);
  return dice.chance(0.5) ? size : -size;
}

const ids: [OfferId, ...OfferId[]] = [999, 1001, 'telegram_stars_100'];

function priceMoves({ partner }: World, dice: Dice): void {
  const offer = partner.offers.get(dice.pick(ids));
  if (offer) offer.price = Math.round(offer.price * dice.pick([0.9, 1.01, 1.01, 1.3]));
}

function leaves({ partner }: World, dice: Dice, gone: boolean): void {
  for (const offer of partner.offers.values()) offer.gone = gone && dice.chance(0.5);
}
