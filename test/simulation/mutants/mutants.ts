import type { Mistake } from './mutate.ts';

/** A mistake that the simulation must see. */
export interface Mutant extends Mistake {
  /** The seed that saw it last: it is asked first. */
  seed: number;
}

const orders = (name: string): string => `electron/orders/${name}.ts`;

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'a new id on every retry',
    seed: 1,
    file: orders('queue'),
    changes: [['transactionId: origin.id,', 'transactionId: origin.id + facts.attempts,']],
  },
  {
    name: 'TRANSACTION_DUPLICATE taken for a refusal',
    seed: 47,
    file: orders('created'),
    changes: [
      [
        "case 'TRANSACTION_DUPLICATE':",
        "case 'TRANSACTION_DUPLICATE':\n      return stay(hold(answered(facts), 'refused'));",
      ],
    ],
  },
  {
    name: 'an answer believed before it is stored',
    seed: 1,
    file: orders('orders'),
    changes: [
      [
        '    let replacementId: string | undefined;',
        '    announce([view({ ...before, facts })]);\n    let replacementId: string | undefined;',
      ],
    ],
  },
  {
    name: 'sent again while an earlier request may be under way',
    seed: 41,
    file: orders('asked'),
    changes: [['if (left > 0) return', 'if (left > 1e9) return']],
  },
  {
    name: 'a lost answer sent again without asking',
    seed: 12,
    file: orders('created'),
    changes: [
      [
        "    case 'lost':\n",
        "    case 'lost':\n      if (facts.attempts) return stay(backInLine(answered(facts), context, 'partner_down'));\n",
      ],
    ],
  },
  {
    name: 'an answer that was not understood taken for nothing bought',
    seed: 460,
    file: orders('created'),
    changes: [
      [
        "    case 'lost':\n",
        "    case 'lost':\n      if (result.cause === 'not_understood') return stay(backInLine(answered(facts), context, 'not_understood'));\n",
      ],
    ],
  },
  {
    name: 'a request that was lost counted as never sent',
    seed: 39,
    file: orders('created'),
    changes: [
      [
        "    case 'lost':\n",
        "    case 'lost':\n      if (result.cause === 'cut') return stay(backInLine(neverSent(facts), context, 'partner_down'));\n",
      ],
    ],
  },
  {
    name: 'a service that fails taken for nothing bought',
    seed: 126,
    file: orders('created'),
    changes: [
      [
        "    case 'SERVICE_UNAVAILABLE':\n",
        "    case 'SERVICE_UNAVAILABLE':\n      if (facts.attempts) return stay(backInLine(answered(facts), context, 'partner_down', result.retryAfterMs));\n",
      ],
    ],
  },
  {
    name: 'a wall clock that is set ends the wait for a request under way',
    seed: 870,
    file: orders('asked'),
    changes: [['Math.max(byWallClock, context.underWayMs)', 'byWallClock']],
  },
  {
    name: 'a restart forgets that what it sent may still arrive',
    seed: 70,
    file: orders('order'),
    changes: [['const underWayUntil = now + STRAGGLER_MS;', 'const underWayUntil = now;']],
  },
  {
    name: 'a restart leaves orders that were being sent as they were',
    seed: 12,
    file: orders('due-store'),
    changes: [
      ["`SELECT id FROM orders WHERE state = 'sending'`", "`SELECT id FROM orders WHERE state = 'no'`"],
    ],
  },
  {
    name: 'the newest orders are not looked through',
    seed: 1,
    file: 'electron/store/migrations/0002-the-newest-orders.ts',
    changes: [['AND listed = 0 AND rowid >', 'AND listed = 2 AND rowid >']],
  },
  {
    name: 'a held order holds up the line',
    seed: 17,
    file: orders('queue'),
    changes: [
      ['if (!running || suspended > 0', 'if (orders.summary().held > 0 || !running || suspended > 0'],
    ],
  },
  {
    name: 'a final order follows a later answer',
    seed: 187,
    file: orders('asked'),
    changes: [
      [
        "if (result.kind === 'ok') return settled(facts, result.value);",
        "if (result.kind === 'ok') return learn(facts, result.value, context);",
      ],
    ],
  },
  {
    name: 'a canceled order counted as delivered',
    seed: 15,
    file: orders('learn'),
    changes: [
      [
        "{ facts: end(facts, 'canceled'), effects:",
        "{ facts: { ...end(facts, 'canceled'), state: 'completed', reason: null }, effects:",
      ],
    ],
  },
  {
    name: 'delivered without its key',
    seed: 44,
    file: orders('learn'),
    changes: [["facts.delivery === 'key' && !facts.hasKey", 'false']],
  },
  {
    name: 'the key of another order completes this one',
    seed: 36,
    file: orders('learn'),
    changes: [['const fits = !isAnotherOrder(facts, answer) && !endsUnclear(answer);', 'const fits = true;']],
  },
  {
    name: 'a key that is not stored',
    seed: 1,
    file: orders('orders'),
    changes: [["if (effect.type === 'store_key')", "if (effect.type === 'store_key' && id.endsWith('7'))"]],
  },
  {
    name: 'too little balance ends the order',
    seed: 28,
    file: orders('created'),
    changes: [
      [
        "facts: backInLine(\n          answered(facts),\n          context,\n          'insufficient_balance',\n          atLeast(result.retryAfterMs, facts, context),\n        ),",
        "facts: { ...facts, state: 'canceled', reason: 'by_partner', nextAt: null },",
      ],
    ],
  },
  {
    name: 'WRONG_PRICE sent again and again at the old price',
    seed: 79,
    file: orders('created'),
    changes: [[', quotedAt: null });', ' });']],
  },
  {
    name: 'an order in doubt may be canceled by a person',
    seed: 40,
    file: orders('decided'),
    changes: [["    case 'unknown':\n", "    case 'unknown':\n      return ['check', 'cancel'];\n"]],
  },
  {
    name: 'an order in doubt for a day is sent again by itself',
    seed: 41,
    file: orders('rules'),
    changes: [['24 * 60 * 60 * 1000', '24 * 60 * 60 * 1000 * 1000']],
  },
  {
    name: 'the queue never goes on after a pause',
    seed: 2,
    file: orders('gate'),
    changes: [
      [
        'return isAskedToWait(gate, now) ? gate : opened(gate, now);',
        "return gate.kind === 'paused' ? gate : opened(gate, now);",
      ],
    ],
  },
  {
    name: 'orders put off by a wrong clock stay put off when it is put right',
    seed: 18,
    file: orders('due-store'),
    changes: [['now + LONGEST_WAIT_MS', 'now + LONGEST_WAIT_MS * 1e6']],
  },
  {
    name: 'an order that could not be stored is let go',
    seed: 27,
    file: orders('queue'),
    changes: [['arrived = [...answers, ...arrived];', '']],
  },
  {
    name: 'a catalogue that cannot be written ends the process',
    seed: 357,
    file: orders('queue'),
    changes: [
      [
        '    } catch (error) {\n      parts.storageFailed(error);\n    }\n  }\n\n  const send',
        '    } catch (error) {\n      throw error;\n    }\n  }\n\n  const send',
      ],
    ],
  },
  {
    name: 'sent before it is stored that it is',
    seed: 1,
    file: orders('queue'),
    changes: [
      [
        "const outcome = attempt(order.origin.id, { type: 'claimed' });",
        "const outcome = attempt(order.origin.id, { type: 'woken' });",
      ],
    ],
  },
  {
    name: 'money given back, and still owed',
    seed: 6,
    file: orders('orders'),
    changes: [
      [
        'const { saleId, price } = before.origin;\n        clearOwed(db, id, now);',
        'const { saleId, price } = before.origin;',
      ],
    ],
  },
  {
    name: 'a replacement ordered, and the money still owed',
    seed: 7,
    file: orders('orders'),
    changes: [['    clearOwed(db, origin.id, now);\n    return id;', '    return id;']],
  },
  {
    name: 'a sale and its orders stored one after the other',
    seed: 25,
    file: 'electron/sales/sales.ts',
    changes: [
      ['const { sale, placed } = db\n      .transaction(() => {', 'const { sale, placed } = (() => {'],
      ['      })\n      .immediate();\n    const shown', '      })();\n    const shown'],
    ],
  },
  {
    name: 'every try of a charge is a new sale',
    seed: 1,
    file: 'electron/sales/sales.ts',
    changes: [
      [
        'const earlier = findAttempt(db, input.attemptId);',
        'const earlier = findAttempt(db, input.attemptId.toUpperCase());',
      ],
      ['attemptId: input.attemptId,', 'attemptId: newId(clock, random),'],
    ],
  },
  {
    name: 'a token that was replaced is not tried',
    seed: 20,
    file: 'electron/settings/save-settings.ts',
    changes: [['await secrets.saveShopToken(token);', '']],
  },
  {
    name: 'a sale whose fsync failed said not to be stored while nothing has taken its place',
    seed: 47,
    file: 'electron/store/storage-health.ts',
    changes: [['call !== undefined && mayBeInLog(error)', 'call !== undefined && call === error']],
  },
  {
    name: 'the doubt about a sale given up before a write has taken its place',
    seed: 47,
    file: 'electron/store/storage-health.ts',
    changes: [['    cancel = undefined;\n', '    cancel = undefined;\n    inDoubt.clear();\n']],
  },
];

export function findMutant(name: string): Mutant {
  const mutant = MUTANTS.find(known => known.name === name);
  if (!mutant) throw new Error(`there is no mutant "${name}"`);
  return mutant;
}
