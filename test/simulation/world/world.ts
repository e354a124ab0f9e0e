import type { Dice } from './dice.ts';
import type { Fate } from './fate.ts';
import { kindFate } from './fate.ts';
import { type Image, SHELF, TOKEN } from './image.ts';
import { createObserver } from './observer.ts';
import { createPartnerModel, type PartnerModel, type PartnerTraits } from './partner-model.ts';
import { createPeople, type People } from './people.ts';
import { Dead } from './process.ts';
import { nightMs } from './story.ts';
import { createTill, type SimulatedTill } from './till.ts';
import { createTime, type Time } from './time.ts';
import { createTrace, noTrace } from './trace.ts';

export interface Counter {
  till: SimulatedTill;
  people: People;
}

/** Tills at their counters, one partner, and everything between them. */
export interface World {
  readonly time: Time;
  readonly partner: PartnerModel;
  readonly tills: Counter[];
  /** Where the till broke its word. */
  readonly broken: string[];
  readonly lines: string[];
  /** An error that nobody in a till has handled. */
  surprise(error: unknown): void;
  /** From now on nothing goes wrong any more. */
  clearUp(): void;
  /** Undoes it all: the disks are as they were. */
  end(): void;
}

export interface WorldParts {
  image: Image;
  dice: Dice;
  fate: Fate;
  traits: PartnerTraits;
  tills: number;
  traced: boolean;
}

export function createWorld({
  image,
  dice,
  fate: troubled,
  traits,
  tills: count,
  traced,
}: WorldParts): World {
  const time = createTime();
  const { trace, lines } = traced ? createTrace(time.now) : { trace: noTrace, lines: [] };
  const broken: string[] = [];
  const breaks = (law: string): void => {
    trace(() => `BROKEN: ${law}`);
    broken.push(law);
  };
  let fate = troubled;
  const partner = createPartnerModel({
    now: time.now,
    dice,
    traits,
    offers: SHELF,
    token: TOKEN,
    cents: 100_000,
  });
  /** A disk that fails is reason enough; a disk that works is none. */
  const noteTrouble = (name: string, words: string): void => {
    trace(() => `${name} logs: ${words}`);
    if (fate === kindFate) breaks(`${name} is in trouble for no reason: ${words}`);
  };
  const surprise = (error: unknown): void => {
    if (error instanceof Dead) return;
    trace(() => (error instanceof Error ? (error.stack ?? error.message) : String(error)));
    breaks(`nobody handled ${String(error)}`);
  };
  const disks = image.disks(count);

  const tills = disks.map((disk, index): Counter => {
    const name = `till ${index + 1}`;
    const observer = createObserver(name, disk, breaks);
    const till = createTill({
      name,
      time,
      dice,
      disk,
      secrets: image.secrets,
      partner,
      trace,
      fate: () => fate,
      downFor: () => downFor(dice, count),
      watch: {
        ...observer,
        sent(path, body) {
          observer.sent(path, body);
          // The hour is put right just when nobody knows what became of an order.
          if (path.endsWith('create-order') && dice.chance(0.3))
            time.at(time.now() + dice.between(15_000, 45_000), () =>
              till.setWall(dice.between(1, 3) * 3_600_000),
            );
        },
        surprise,
        trouble: words => noteTrouble(name, words),
      },
    });
    const people = createPeople({ till, time, dice, partner, staff: image.manager, trace, broken: breaks });
    return { till, people };
  });

  return {
    time,
    partner,
    tills,
    broken,
    lines,
    surprise,
    clearUp() {
      trace(() => 'nothing goes wrong from here on');
      fate = kindFate;
      partner.finishByHand();
      partner.cents = Math.max(partner.cents, 100_000);
      for (const offer of partner.offers.values()) offer.gone = false;
    },
    end() {
      for (const { till } of tills) till.kill(0);
      for (const disk of disks) disk.reset();
    },
  };
}

/** Seldom until the next day, and only where no other till works on through the night: it would take as long to run. */
function downFor(dice: Dice, tills: number): number {
  return tills === 1 && dice.chance(0.12) ? nightMs(dice) : dice.pick([0, 500, 3_000, 40_000]);
}
