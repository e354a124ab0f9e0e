import { afterEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { OrderPanel } from '../../../renderer/orders/order-panel.tsx';
import { KEY_SHOWN_FOR_MS } from '../../../renderer/ui/key-shown-for.ts';
import type { Order } from '../../../shared/contract/orders.ts';
import { expectAccessible, expectTouchTargets } from '../../support/accessibility.ts';
import { type FakeTill, ok, refused } from '../../support/fake-till.ts';
import { timur } from '../../support/fixtures.ts';
import { type RenderOptions, render } from '../../support/render.tsx';
import { settled } from '../../support/settled.ts';
import { aHeldOrder, anOrder, anOwedOrder, saleOf } from './an-order.ts';
import { type OrdersTillOptions, ordersTill } from './orders-till.ts';

const KEY = '7XQ2-M9PL-4WZK-8RTB';
const opened = vi.fn<(orderId: string) => void>();
afterEach(() => {
  opened.mockReset();
  vi.useRealTimers();
});

function openOrder(
  order: Order,
  options: OrdersTillOptions & { others?: readonly Order[] } = {},
  look: RenderOptions = {},
): { till: FakeTill; container: HTMLElement } {
  const till = ordersTill([order, ...(options.others ?? [])], saleOf, options)
    .answer('orders.revealKey', () => ok({ key: KEY }))
    .answer('orders.reprint', () => ok({ printId: 'print-1', copy: true }))
    .answer('printer.printSale', () => ok({ printId: 'print-2', copy: false }));
  const container = render(
    <div className="flex h-full flex-col">
      <h1 className="sr-only">Orders</h1>
      <OrderPanel orderId={order.id} onClose={() => {}} onOpen={opened} />
    </div>,
    { bridge: till, ...look },
  );
  return { till, container };
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const dialog = () => page.getByRole('dialog');

describe('a manager decides', () => {
  test('buying at a loss is said in the money of the shop, and is not what is proposed', async () => {
    openOrder(aHeldOrder({ price: '505.00', cost: '0.99', quotedCost: '1.40' }));
    await expect
      .element(button('Try again'))
      .toHaveAccessibleDescription('Buys it for about ₸658.00. The customer paid ₸505.00: you lose ₸153.00.');
    expect(button('Try again').element().className).toBe(button('Cancel the order').element().className);
  });

  test('buying dearer, but not at a loss, is proposed', async () => {
    openOrder(aHeldOrder({ price: '5400.00' }));
    await expect
      .element(button('Try again'))
      .toHaveAccessibleDescription('Buys it for about ₸5,358.00 ($11.40). The customer paid ₸5,400.00.');
    expect(button('Try again').element().className).not.toBe(button('Cancel the order').element().className);
  });

  test('each decision says what it will do, a new price both ways where there is no rate', async () => {
    openOrder(aHeldOrder(), { rates: {} });
    await expect
      .element(button('Try again'))
      .toHaveAccessibleDescription('Buys it for $11.40 instead of $9.99. The customer pays nothing more.');
    await expect.element(button('Cancel the order')).toHaveAccessibleDescription(/Nothing has been bought/);
  });

  test('to try again, and hears that it is on its way', async () => {
    const order = aHeldOrder({ price: '5400.00' });
    const { till } = openOrder(order);
    till.answer('orders.decide', () => ok({ order }));
    await button('Try again').click();
    await dialog().getByRole('button', { name: 'Try again' }).click();
    await expect.element(page.getByText('It is being sent again')).toBeVisible();
    expect(till.inputsOf('orders.decide')).toEqual([{ orderId: order.id, decision: 'retry' }]);
  });

  test('to buy at a loss only after having been asked, and told how much, and has the keyboard afterwards', async () => {
    const held = aHeldOrder({ price: '505.00', cost: '0.99', quotedCost: '1.40' });
    const { till } = openOrder(held);
    await button('Try again').click();
    await expect.element(dialog()).toMatchTextContent(/Customer paid₸505\.00/);
    await expect.element(dialog()).toMatchTextContent(/Partner now asks\$1\.40 ≈ ₸658\.00.*You lose₸153\.00/);
    expect(till.inputsOf('orders.decide')).toEqual([]);
    const { quotedCost: _, reason: __, ...rest } = held;
    const sent: Order = {
      ...rest,
      state: 'queued',
      next: 'automatic',
      decisions: [],
      updatedAt: held.createdAt,
    };
    till.answer('orders.decide', () => {
      till.answer('orders.get', () => ok({ order: sent, history: [] }));
      return ok({ order: sent });
    });
    await dialog().getByRole('button', { name: 'Buy and lose ₸153.00' }).click();
    await expect.element(page.getByRole('heading', { name: 'PUBG Mobile' })).toHaveFocus();
  });

  test('to cancel only after having been asked', async () => {
    const order = aHeldOrder();
    const { till } = openOrder(order);
    till.answer('orders.decide', () => ok({ order }));
    await button('Cancel the order').click();
    await expect.element(dialog()).toMatchTextContent(/The customer gets ₸5,075\.00 back/);
    expect(till.inputsOf('orders.decide')).toEqual([]);
    await dialog().getByRole('button', { name: 'Cancel the order' }).click();
    await expect.poll(() => till.inputsOf('orders.decide')).toHaveLength(1);
  });

  test('to order again, and is taken to the new order', async () => {
    const order = anOwedOrder();
    const { till } = openOrder(order);
    till.answer('orders.decide', () => ok({ order, replacement: anOrder({ id: 'the-new-one' }) }));
    await button('Order again').click();
    await expect.poll(() => opened.mock.calls).toEqual([['the-new-one']]);
  });

  test('too late, and is told that the order has moved on', async () => {
    const { till } = openOrder(aHeldOrder());
    till.answer('orders.decide', () => refused('decision_not_possible'));
    await button('Try again').click();
    await dialog()
      .getByRole('button', { name: /^Buy and lose/ })
      .click();
    await expect.element(page.getByRole('alert')).toMatchTextContent(/This order has moved on/);
  });
});

test('an order that nobody can end yet says why, until when, and what there is for the customer', async () => {
  const decidableAt = '2026-03-30T05:12:00.000Z';
  openOrder(
    anOrder({ state: 'unknown', reason: 'partner_down', next: 'automatic', hasKey: false, decidableAt }),
  );
  const said = page.getByRole('status').filter({ hasText: 'It cannot be canceled yet' });
  await expect.element(said).toMatchTextContent(/at 30 Mar 2026, 10:12 at the latest a manager decides/);
  await expect.element(said).toMatchTextContent(/sale number 1042/);
});

test('a cashier is told that a manager has to decide, and is shown no decision', async () => {
  openOrder(aHeldOrder(), { staff: timur });
  await expect.element(page.getByText('Only a manager can decide about this order')).toBeVisible();
  expect(button('Cancel the order').elements()).toEqual([]);
});

describe('a key', () => {
  test('is out of sight until asked for, and can be hidden again', async () => {
    const { container } = openOrder(anOrder());
    await expect.element(button('Show key')).toBeVisible();
    expect(container.textContent).not.toContain(KEY);
    await button('Show key').click();
    await expect.element(page.getByText(KEY)).toBeVisible();
    await expect.element(page.getByRole('img', { name: 'The key as a QR code' })).toBeVisible();
    await button('Hide key').click();
    await expect.element(page.getByText(KEY)).not.toBeInTheDocument();
  });

  test('hides itself after a minute', async () => {
    openOrder(anOrder());
    await expect.element(button('Show key')).toBeVisible();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    (button('Show key').element() as HTMLElement).click();
    await vi.waitFor(() => expect(document.body.textContent).toContain(KEY));
    vi.advanceTimersByTime(KEY_SHOWN_FOR_MS);
    vi.useRealTimers();
    await expect.element(page.getByText(KEY)).not.toBeInTheDocument();
  });

  test('is gone the moment the till is locked', async () => {
    const { till } = openOrder(anOrder());
    await button('Show key').click();
    await expect.element(page.getByText(KEY)).toBeVisible();
    till.emit({ name: 'session.changed', payload: { staff: null } });
    await expect.element(page.getByText(KEY)).not.toBeInTheDocument();
  });

  test('that cannot be read says what the till does about it', async () => {
    const { till } = openOrder(anOrder());
    till.answer('orders.revealKey', () => refused('key_unreadable'));
    await button('Show key').click();
    await expect.element(page.getByRole('alert')).toMatchTextContent(/asks the partner for it again/);
  });

  test('printed again is said to be a copy', async () => {
    openOrder(anOrder());
    await button('Print this key').click();
    await expect.element(page.getByText('Sent to the printer, marked as a copy')).toBeVisible();
  });
});

describe('money the customer is owed', () => {
  test('is given back in cash by a cashier, who confirms the amount', async () => {
    const order = anOwedOrder();
    const { till } = openOrder(order, { staff: timur });
    till.answer('sales.refund', () => ok({ order }));
    await button('Give ₸1,095.00 back').click();
    await expect.element(dialog()).toMatchTextContent(/Hand the customer ₸1,095\.00 in cash/);
    await dialog().getByRole('button', { name: 'I gave back ₸1,095.00' }).click();
    await expect.element(page.getByText('Recorded: the customer has ₸1,095.00 back')).toBeVisible();
    expect(till.inputsOf('sales.refund')).toEqual([{ orderId: order.id }]);
  });

  test('goes back to the card with the number of its slip', async () => {
    const order = anOwedOrder();
    const { till } = openOrder(order, { payment: { method: 'card', reference: '000412' } });
    till.answer('sales.refund', () => ok({ order }));
    await button('Give ₸1,095.00 back').click();
    await page.getByLabelText('Number on the card terminal’s slip').fill('000977');
    await dialog()
      .getByRole('button', { name: /I gave back/ })
      .click();
    await expect
      .poll(() => till.inputsOf('sales.refund'))
      .toEqual([{ orderId: order.id, reference: '000977' }]);
  });
});

test('an order from a backup says what may be missing while a person has to act on it', async () => {
  openOrder(anOwedOrder({ restored: true }));
  await expect.element(page.getByText('This order was put back from a backup')).toBeVisible();
  await expectAccessible();
});

test('an order with a request that was never answered says so before a manager ends it', async () => {
  openOrder(aHeldOrder({ reason: 'refused', unanswered: true, decisions: ['check', 'retry', 'cancel'] }));
  await expect.element(page.getByText('The partner may have bought this')).toBeVisible();
  await expect.element(page.getByText(/although the partner may have charged/)).toBeVisible();
  await expectAccessible();
});

test('a refund to a card shows the number of its slip', async () => {
  const refund = {
    amount: '1095.00',
    at: '2026-03-29T06:00:00.000Z',
    staffName: 'Timur',
    reference: '000977',
  };
  openOrder(anOwedOrder({ next: 'none', refund }));
  await expect
    .element(page.getByRole('region', { name: 'Details' }))
    .toMatchTextContent(/Card slip of the refund000977/);
});

test('the sale shows every order in it, and opens any of them', async () => {
  const other = anOrder({ id: 'the-other', position: 2, productName: 'Roblox', offerName: '800 Robux' });
  openOrder(anOrder(), { others: [other] });
  const sale = page.getByRole('region', { name: 'Sale 1042', exact: true });
  await sale.getByRole('button', { name: /Roblox/ }).click();
  expect(opened.mock.calls).toEqual([['the-other']]);
});

test('the sale says whole what was sold, however narrow it stands', async () => {
  const offerName = 'Steam Wallet Code United States 100 USD';
  const container = openOrder(
    anOrder({ productName: 'Steam United States of America', offerName }),
  ).container;
  container.style.width = '20rem';
  const sale = page.getByRole('region', { name: 'Sale 1042', exact: true });
  await expect.element(sale.getByText(offerName)).toBeVisible();
  const name = sale.getByText(offerName).element();
  expect(name.scrollWidth).toBeLessThanOrEqual(name.clientWidth);
});

test('a print behind one that does not come out is said to wait, once however often it is asked for', async () => {
  const { till } = openOrder(anOrder());
  await expect.element(button('Print receipt')).toBeVisible();
  const payload = { target: 'tcp://127.0.0.1:9100', state: 'waiting', waiting: 1 } as const;
  till.emit({ name: 'printer.changed', payload });
  await button('Print this key').click();
  await button('Print receipt').click();
  const said = page.getByText('In line: it comes out once the printer works again');
  await expect.element(said).toBeVisible();
  await expect.poll(() => till.inputsOf('printer.printSale')).toHaveLength(1);
  expect(said.elements()).toHaveLength(1);
  expect(page.getByText(/Sent to the printer/).elements()).toEqual([]);
});

test('the receipt of the sale is printed again', async () => {
  const { till } = openOrder(anOrder());
  await button('Print receipt').click();
  await expect.element(page.getByText('Sent to the printer')).toBeVisible();
  expect(till.inputsOf('printer.printSale')).toEqual([{ saleId: 'sale-1042' }]);
});

test('an order and the one that replaces it lead to each other', async () => {
  openOrder(anOrder({ replaces: 'the-old-one' }));
  await button('In place of an earlier order: see it').click();
  expect(opened.mock.calls).toEqual([['the-old-one']]);
});

test('news of the order shows at once', async () => {
  const order = aHeldOrder();
  const { till } = openOrder(order);
  await expect.element(page.getByText('Needs a decision').first()).toBeVisible();
  const delivered = { ...anOrder(), id: order.id, saleNumber: order.saleNumber, saleId: order.saleId };
  till.answer('orders.get', () => ok({ order: delivered, history: [] }));
  const queue = { waiting: 0, held: 0, toRefund: 0, amount: '0' };
  till.emit({ name: 'orders.changed', payload: { orders: [delivered], queue } });
  await expect.element(page.getByText('The key is here')).toBeVisible();
});

test('its history says in plain words what happened', async () => {
  openOrder(aHeldOrder());
  const history = page.getByRole('region', { name: 'History' });
  await expect.element(history).toMatchTextContent(/Held for a decisionThe partner now asks more/);
});

describe.each(['light', 'dark'] as const)('an order, %s', theme => {
  test.each([
    ['held', aHeldOrder()],
    ['delivered', anOrder()],
    ['owed', anOwedOrder()],
  ])('%s: satisfies WCAG and can be pressed with a finger', async (_, order) => {
    const { container } = openOrder(order, {}, { theme });
    await expect.element(page.getByRole('region', { name: 'History' })).toBeVisible();
    await expectAccessible();
    expectTouchTargets(container);
  });

  test('the question before a refund satisfies WCAG', async () => {
    openOrder(anOwedOrder(), {}, { theme });
    await button('Give ₸1,095.00 back').click();
    await expect.element(dialog()).toBeVisible();
    await settled();
    await expectAccessible();
  });
});
