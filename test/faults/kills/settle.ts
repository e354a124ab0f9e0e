import type { Order } from '../../../shared/contract/orders.ts';
import type { TillProgram } from '../../support/served-till.ts';
import { pause } from './counter.ts';

const LONGEST_MS = 180_000;

/** A manager sees to everything that waits for a person, until nothing is open and nobody is owed money. */
export async function settleEverything(program: TillProgram): Promise<void> {
  const deadline = performance.now() + LONGEST_MS;
  for (;;) {
    for (const order of await attention(program)) await seeTo(program, order);
    const { queue } = await program.call('terminal.status', {});
    if (queue.waiting + queue.held + queue.toRefund === 0) return;
    if (performance.now() > deadline) {
      const { orders } = await program.call('orders.list', { state: 'open', limit: 5 });
      throw new Error(`still open: ${JSON.stringify({ queue, orders })}`);
    }
    await pause(100);
  }
}

async function attention(program: TillProgram): Promise<Order[]> {
  return (await program.call('orders.list', { state: 'attention', limit: 500 })).orders;
}

async function seeTo(program: TillProgram, { id, next, decisions }: Order): Promise<void> {
  if (next === 'refund_customer') {
    await program.call('sales.refund', { orderId: id });
    return;
  }
  const decision = decisions.includes('retry') ? 'retry' : decisions[0];
  if (decision) await program.call('orders.decide', { orderId: id, decision });
}
