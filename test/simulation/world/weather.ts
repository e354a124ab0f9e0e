import { PARTNER_CODES } from '../../../electron/partner/partner.ts';
import type { Dice } from './dice.ts';
import { type Fate, FINAL_WORDS, type RequestFate, SMOOTH } from './fate.ts';

type Bend = (fate: RequestFate, dice: Dice, path: string) => RequestFate;

/** What the till builds on: once its end of a call is over, what it sent is dealt with in 30 s, or never. */
const STRAGGLES_MS = 27_000;
const LAST_ARRIVAL_MS = 30_000 + STRAGGLES_MS;

/** The ways a request can go wrong, each as a change to one that goes well. */
const MISFORTUNES: readonly Bend[] = [
  fate => ({ ...fate, there: 'unsent' }),
  (fate, dice) => ({ ...fate, there: 'lost', back: dice.pick(['cut', 'never']) }),
  (fate, dice) => ({ ...fate, back: dice.pick(['cut', 'never']) }),
  (fate, dice) => ({ ...fate, thereMs: dice.between(20_000, LAST_ARRIVAL_MS) }),
  (fate, dice) => ({ ...fate, thereMs: dice.between(0, 5_000), backMs: dice.between(0, 20_000) }),
  (fate, dice) => ({ ...fate, againMs: dice.between(2_001, 2_900) }),
  (fate, dice) => ({ ...fate, back: dice.pick(['truncated', 'garbled', 'too_large']) }),
  fate => ({ ...fate, back: 'unavailable' }),
  fate => ({ ...fate, back: 'another' }),
  (fate, dice) => {
    const breaksMs = dice.between(100, 5_000);
    return { ...fate, breaksMs, thereMs: breaksMs + dice.between(0, STRAGGLES_MS) };
  },
  (fate, dice, path) => ({ ...fate, answeredBy: { kind: 'code', code: anyCode(dice, path) } }),
  (fate, dice) => ({
    ...fate,
    answeredBy: { kind: 'status', status: dice.pick([500, 502, 503, 504, 403, 404]) },
  }),
  (fate, dice) => ({
    ...fate,
    answeredBy: {
      kind: 'status',
      status: 429,
      ...(dice.chance(0.5) ? { retryAfter: dice.between(0, 90) } : {}),
    },
  }),
];

function anyCode(dice: Dice, path: string): string {
  const code = dice.pick(PARTNER_CODES);
  const isLie = path.endsWith('order-status') && FINAL_WORDS.includes(code);
  return isLie ? 'ORDER_NOT_FOUND' : code;
}

/** The one that leaves doubt, more often. */
const DISK_FAILURES = [
  'SQLITE_FULL',
  'SQLITE_IOERR_WRITE',
  'SQLITE_IOERR_FSYNC',
  'SQLITE_IOERR_FSYNC',
  'SQLITE_IOERR_FSYNC',
  'SQLITE_READONLY',
  'SQLITE_BUSY',
] as const;

/** The faults of one run: some kinds, each more or less often, so that over many runs every mixture comes up. */
export function createWeather(dice: Dice): Fate {
  const rates = new Map<Bend, number>();
  const roughness = dice.pick([0, 0.05, 0.2, 0.5, 0.9]);
  for (const bend of MISFORTUNES) if (dice.chance(0.4)) rates.set(bend, roughness * dice.fraction());
  const deadly = dice.chance(0.6) ? dice.pick([0.01, 0.03, 0.1]) : 0;
  const failing = dice.chance(0.35) ? dice.pick([0.05, 0.3]) : 0;
  let refusals = 0;
  return {
    request(path) {
      let fate: RequestFate = { ...SMOOTH, thereMs: dice.between(1, 300), backMs: dice.between(1, 300) };
      if (rates.size === 0) return fate;
      for (const [bend, rate] of rates) if (dice.chance(rate)) fate = bend(fate, dice, path);
      return fate;
    },
    dies: () => deadly > 0 && dice.chance(deadly),
    diskFails() {
      if (refusals > 0) {
        refusals--;
        return 'SQLITE_READONLY';
      }
      if (failing === 0 || !dice.chance(failing)) return undefined;
      const failure = dice.pick(DISK_FAILURES);
      // A system that sees a disk fail lets nobody write to it any more.
      if (failure === 'SQLITE_IOERR_FSYNC' && dice.chance(0.9)) refusals = dice.between(1, 60);
      return failure;
    },
  };
}
