import { z } from 'zod';
import { CALL_NAMES } from '../calls.ts';
import { ORDER_STATUSES } from '../orders/order.ts';
import type { Sandbox } from '../sandbox.ts';
import type { SandboxApp, SandboxContext } from './app.ts';
import { COMMANDS } from './commands.ts';

/** /sandbox/…: no partner has it. Whoever reaches this port may use it, and only this machine does. */
export function addControlRoutes(app: SandboxApp, sandbox: () => Sandbox): void {
  for (const [path, command] of Object.entries(COMMANDS)) {
    app.post(`/sandbox/${path}`, context => obey(context, body => command.run(sandbox(), body)));
  }
  app.post('/sandbox/orders/:id', context => obey(context, body => finishOrder(sandbox(), context, body)));
  app.get('/sandbox/ledger', context => context.json(ledger(sandbox())));
  app.get('/sandbox/requests', context => {
    const call = z.enum(CALL_NAMES).optional().safeParse(context.req.query('call'));
    return context.json({ requests: call.success ? sandbox().ledger.requests(call.data) : [] });
  });
  app.get('/sandbox/faults', context => context.json({ faults: sandbox().faults.list() }));
  app.get('/sandbox/settings', context => context.json(sandbox().settings()));
}

async function obey(context: SandboxContext, run: (body: unknown) => unknown): Promise<Response> {
  try {
    const text = await context.req.text();
    await run(text === '' ? {} : JSON.parse(text));
    return context.json({ ok: true });
  } catch (error) {
    return context.json({ ok: false, error: error instanceof Error ? error.message : String(error) }, 400);
  }
}

const finish = z.strictObject({ status: z.enum(ORDER_STATUSES) });

/** `:id` is the partner's orderId or the shop's transactionId. */
function finishOrder(sandbox: Sandbox, context: SandboxContext, body: unknown): void {
  const id = context.req.param('id') ?? '';
  const order = sandbox.ledger.orders().find(({ orderId }) => String(orderId) === id);
  sandbox.orders.finish(order?.transactionId ?? id, finish.parse(body).status);
}

function ledger(sandbox: Sandbox): Record<string, unknown> {
  return {
    ...sandbox.balance(),
    orders: sandbox.ledger.orders(),
    creates: sandbox.ledger.createsByTransactionId(),
    transactions: sandbox.ledger.transactions(),
  };
}
