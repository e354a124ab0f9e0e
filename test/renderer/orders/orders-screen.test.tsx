import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { OrdersScreen } from '../../../renderer/orders/orders-screen.tsx';
import type { Order } from '../../../shared/contract/orders.ts';
import { expectAccessible, expectTouchTargets } from '../../support/accessibility.ts';
import { type FakeTill, refused } from '../../support/fake-till.ts';
import { type RenderOptions, render } from '../../support/render.tsx';
import { aHeldOrder, anOrder, anOwedOrder, saleOf } from './an-order.ts';
import { type OrdersTillOptions, ordersTill } from './orders-till.ts';

/** What is left for a screen beside the rail and below the top bar. */
const COUNTER = [912, 694] as const;
const WIDE = [1794, 1000] as const;
afterEach(() => page.viewport(1024, 768));

const queue = { waiting: 0, held: 0, toRefund: 0, amount: '0' };
const many = Array.from({ length: 120 }, (_, index) =>
  anOrder({
    saleNumber: String(2000 - index),
    createdAt: new Date(1_774_760_000_000 - index * 60_000).toISOString(),
  }),
);

function openScreen(
  orders: readonly Order[],
  options: OrdersTillOptions = {},
  look: RenderOptions = {},
): { till: FakeTill; container: HTMLElement } {
  const till = ordersTill(orders, saleOf, options);
  const container = render(
    <div className="flex h-full flex-col">
      <OrdersScreen />
    </div>,
    { bridge: till, ...look },
  );
  return { till, container };
}

const region = () => page.getByRole('region', { name: 'Orders', exact: true });
const row = (name: string | RegExp) => region().getByRole('button', { name });
const search = () => page.getByRole('searchbox', { name: 'Search orders' });

test('an order says what happened and what comes next, in plain words', async () => {
  openScreen([aHeldOrder(), anOwedOrder()]);
  await expect.element(row(/PUBG Mobile/)).toMatchTextContent(/Needs a decision/);
  await expect.element(row(/PUBG Mobile/)).toMatchTextContent(/The partner now asks more\./);
  await expect.element(row(/PUBG Mobile/)).toMatchTextContent(/A manager decides whether to pay it\./);
  await expect.element(row(/Telegram Stars/)).toMatchTextContent(/Give the customer ₸1,095\.00 back\./);
});

test('a tab shows its orders only', async () => {
  const { till } = openScreen([aHeldOrder(), anOrder(), anOwedOrder()]);
  await page.getByRole('tab', { name: 'Needs attention' }).click();
  await expect.element(row(/PUBG Mobile/)).toBeVisible();
  await expect.element(row(/Steam/)).not.toBeInTheDocument();
  await page.getByRole('tab', { name: 'Ended' }).click();
  await expect.element(row(/Telegram Stars/)).toBeVisible();
  await expect.element(row(/PUBG Mobile/)).not.toBeInTheDocument();
  expect(till.inputsOf('orders.list').map(({ state }) => state)).toEqual([undefined, 'attention', 'ended']);
});

test('an order that is settled meanwhile leaves the list of those that need attention', async () => {
  const held = aHeldOrder();
  const { till } = openScreen([held]);
  await page.getByRole('tab', { name: 'Needs attention' }).click();
  await expect.element(row(/PUBG Mobile/)).toBeVisible();
  const settled: Order = { ...held, state: 'queued', next: 'automatic', decisions: [] };
  till.emit({ name: 'orders.changed', payload: { orders: [settled], queue } });
  await expect.element(page.getByText('Nothing needs attention')).toBeVisible();
});

/** Pages of a list come one after the other. */
const A_BUSY_MACHINE = { timeout: 10_000 };

test('scrolling to the end brings the next page', async () => {
  const { till } = openScreen(many);
  await expect.element(row(/2000/)).toBeVisible();
  const scroller = document.querySelector('ul[aria-label="Orders, newest first"]')?.parentElement;
  await vi.waitFor(() => {
    scroller?.scrollTo(0, scroller.scrollHeight);
    expect(till.inputsOf('orders.list').map(({ cursor }) => cursor)).toEqual([undefined, '50', '100']);
  }, A_BUSY_MACHINE);
  await vi.waitFor(() => {
    scroller?.scrollTo(0, scroller.scrollHeight);
    expect(document.querySelector('[data-index="119"]')).not.toBeNull();
  }, A_BUSY_MACHINE);
});

test('only the rows in sight exist', async () => {
  openScreen(many, { page: 120 });
  await expect.element(row(/2000/)).toBeVisible();
  expect(document.querySelectorAll('[data-order]').length).toBeLessThan(40);
});

test('a slip that is scanned with the focus nowhere opens its order', async () => {
  openScreen(many);
  await expect.element(row(/2000/)).toBeVisible();
  await userEvent.keyboard('1950{Enter}');
  await expect.element(search()).toHaveValue('1950');
  await expect.element(page.getByRole('region', { name: 'Order of sale 1950' })).toBeVisible();
});

test('a slip is found whatever tab is shown', async () => {
  openScreen([anOrder({ saleNumber: '1042' })]);
  await page.getByRole('tab', { name: 'Needs attention' }).click();
  await userEvent.keyboard('1042{Enter}');
  await expect.element(page.getByRole('region', { name: 'Order of sale 1042' })).toBeVisible();
});

test('a search that finds nothing says so', async () => {
  openScreen(many);
  await search().fill('nobody');
  await expect.element(page.getByText('No order fits “nobody”')).toBeVisible();
});

test('with the keyboard alone a person reaches an order, and comes back to its row', async () => {
  await page.viewport(...COUNTER);
  openScreen(many);
  await expect.element(row(/2000/)).toBeVisible();
  await row(/2000/).element().closest('button')?.focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await expect.element(page.getByRole('region', { name: 'Order of sale 1998' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'All orders' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(row(/1998/)).toHaveFocus();
});

test('on a wide screen the order stands beside the list', async () => {
  await page.viewport(...WIDE);
  openScreen(many);
  await row(/2000/).click();
  await expect.element(page.getByRole('region', { name: 'Order of sale 2000' })).toBeVisible();
  await expect.element(search()).toBeVisible();
  await page.getByRole('button', { name: 'Close the order' }).click();
  await expect.element(page.getByText('Choose an order to see everything about it')).toBeVisible();
});

test('a list that cannot be read says why, and can be asked for again', async () => {
  const { till } = openScreen([anOrder()]);
  till.answer('orders.list', () => refused('till_unreachable'));
  await page.getByRole('tab', { name: 'Delivered' }).click();
  await expect.element(page.getByRole('alert')).toMatchTextContent(/The till does not answer/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => till.inputsOf('orders.list')).toHaveLength(3);
});

test('before the first sale the screen says what will be here', async () => {
  openScreen([]);
  await expect.element(page.getByText('No orders yet')).toBeVisible();
});

test('the orders speak Russian', async () => {
  openScreen([aHeldOrder()], {}, { language: 'ru' });
  const order = page.getByRole('button', { name: /PUBG Mobile/ });
  await expect.element(order).toMatchTextContent(/Партнёр теперь просит больше/);
});

describe.each(['light', 'dark'] as const)('the orders, %s', theme => {
  test('satisfy WCAG and can be pressed with a finger', async () => {
    const { container } = openScreen([aHeldOrder(), anOwedOrder(), anOrder()], {}, { theme });
    await expect.element(row(/Steam/)).toBeVisible();
    await expectAccessible();
    expectTouchTargets(container);
  });
});
