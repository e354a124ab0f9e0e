import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { OrderPanel } from '../../../renderer/orders/order-panel.tsx';
import { visibleKey } from '../../../renderer/ui/visible-key.ts';
import type { Order } from '../../../shared/contract/orders.ts';
import { type FakeTill, ok } from '../../support/fake-till.ts';
import { HOSTILE_TEXTS } from '../../support/hostile-texts.ts';
import { render } from '../../support/render.tsx';
import { anOrder, saleOf } from './an-order.ts';
import { ordersTill } from './orders-till.ts';

const open = (order: Order, till: FakeTill = ordersTill([order], saleOf)): HTMLElement =>
  render(<OrderPanel orderId={order.id} onClose={() => {}} onOpen={() => {}} />, {
    bridge: till,
    as: 'page',
  });

/** Whatever ran on the page, or asked for something from elsewhere. */
function harmDone(container: HTMLElement): unknown[] {
  const foreign = container.querySelectorAll(
    'script, iframe, object, embed, link, img[src], a[href^="javascript"]',
  );
  return [...foreign, ...('hostile' in window ? [window.hostile] : [])];
}

/** Its button without the way to it: there are many keys. */
const press = (name: string): void => (page.getByRole('button', { name }).element() as HTMLElement).click();

test('a key is on the screen to the last character, whatever it would rather do', async () => {
  const order = anOrder();
  let key = '';
  const till = ordersTill([order], saleOf).answer('orders.revealKey', () => ok({ key }));
  const container = open(order, till);
  await expect.element(page.getByRole('button', { name: 'Show key' })).toBeVisible();
  const shown = () => container.querySelector('[data-key]');
  for (const [does, hostile] of HOSTILE_TEXTS) {
    key = hostile;
    press('Show key');
    const { text, isEscaped } = visibleKey(key);
    await expect.poll(() => shown()?.textContent, { message: does }).toBe(text);
    // Spaces and lines are seen as they are.
    expect(getComputedStyle(shown() as Element).whiteSpace).toBe('pre-wrap');
    expect(container.textContent?.includes('has characters that cannot be seen'), does).toBe(isEscaped);
    const canBeCode = key.isWellFormed() && new TextEncoder().encode(key).length <= 2331;
    expect(container.querySelector('[aria-label="The key as a QR code"]') !== null, does).toBe(canBeCode);
    expect(harmDone(container), does).toEqual([]);
    press('Hide key');
    await expect.poll(shown).toBeNull();
  }
});

test('a name and a message are words, whatever they would rather do', async () => {
  const read = (text: string): string => text.replace(/\s+/g, ' ').trim();
  for (const [does, hostile] of HOSTILE_TEXTS) {
    const text = hostile.slice(0, 300);
    const held = { state: 'held', reason: 'refused', next: 'decide' } as const;
    const container = open(anOrder({ productName: text, offerName: `${text}!`, message: text, ...held }));
    await expect.poll(() => read(container.textContent ?? ''), { message: does }).toContain(read(text));
    expect(harmDone(container), does).toEqual([]);
  }
});
