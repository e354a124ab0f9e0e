import { z } from 'zod';
import { amount, offerId } from '../../../shared/contract/common.ts';
import type { Outage } from '../controls.ts';
import { faultSchema } from '../faults.ts';
import { nextOrders, orderPlan } from '../orders/plan.ts';
import type { Sandbox } from '../sandbox.ts';
import { someSettings } from '../settings.ts';

/** Something /sandbox/… can be told by POST. */
export interface Command {
  /** Throws where the body is not what it takes, or where it cannot be done. */
  run(sandbox: Sandbox, body: unknown): unknown;
}

function command<S extends z.ZodType>(
  schema: S,
  run: (sandbox: Sandbox, input: z.output<S>) => unknown,
): Command {
  return { run: (sandbox, body) => run(sandbox, schema.parse(body)) };
}

/** Over HTTP, only what can be brought up again by HTTP goes down. */
function goDown(sandbox: Sandbox, how: Outage): Promise<void> {
  if (how === 'refuse' && sandbox.controlUrl === sandbox.url) {
    throw new Error('To refuse connections, start the sandbox with a control port');
  }
  return sandbox.down(how);
}

const token = z.string().min(1).nullable().exactOptional();

export const COMMANDS: Readonly<Record<string, Command>> = {
  topup: command(z.strictObject({ usd: amount }), (sandbox, { usd }) => sandbox.topUp(usd)),
  balance: command(z.strictObject({ usd: amount }), (sandbox, { usd }) => sandbox.setBalance(usd)),
  price: command(z.strictObject({ offerId, price: amount }), (sandbox, { offerId, price }) =>
    sandbox.setPrice(offerId, price),
  ),
  stock: command(z.strictObject({ offerId, inStock: z.boolean() }), (sandbox, { offerId, inStock }) =>
    sandbox.setInStock(offerId, inStock),
  ),
  gone: command(z.strictObject({ offerId }), (sandbox, { offerId }) => sandbox.removeOffer(offerId)),
  settings: command(someSettings, (sandbox, settings) => sandbox.change(settings)),
  tokens: command(z.strictObject({ shop: token, management: token }), (sandbox, tokens) =>
    sandbox.setTokens(tokens),
  ),
  faults: command(z.union([faultSchema, z.array(faultSchema)]), (sandbox, faults) => {
    for (const fault of [faults].flat()) sandbox.faults.add(fault);
  }),
  'faults/clear': command(z.unknown(), sandbox => sandbox.faults.clear()),
  'plans/next': command(nextOrders, (sandbox, next) => sandbox.plans.next(next)),
  'plans/always': command(
    z.strictObject({ offerId, plan: orderPlan.nullable() }),
    (sandbox, { offerId, plan }) => sandbox.plans.always(offerId, plan ?? undefined),
  ),
  down: command(z.strictObject({ how: z.enum(['refuse', 'silent']).default('refuse') }), (sandbox, { how }) =>
    goDown(sandbox, how),
  ),
  up: command(z.unknown(), sandbox => sandbox.up()),
  reset: command(z.unknown(), sandbox => sandbox.reset()),
};
