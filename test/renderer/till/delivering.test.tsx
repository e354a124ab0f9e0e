import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createOrdersStore } from '../../../renderer/orders/orders-store.ts';
import { Banners } from '../../../renderer/shell/banners.tsx';
import { createPlaceStore } from '../../../renderer/shell/place-store.ts';
import { useFrom } from '../../../renderer/stores.tsx';
import { TillScreen } from '../../../renderer/till/till-screen.tsx';
import { ok, refused } from '../../support/fake-till.ts';
import { render } from '../../support/render.tsx';
import { Counter, manager } from './counter.ts';
import { button, orders, payForAKey, scan, searchBox, sellAKey } from './steps.ts';

afterEach(() => void vi.useRealTimers());

const DELIVERED = { state: 'completed', next: 'none', hasKey: true } as const;
const OWED = { state: 'canceled', reason: 'by_partner', next: 'refund_customer' } as const;
/** What the shell and a banner leave of 1024×768. */
const onASmallScreen = { width: 888, height: 649 };
const banner = () => page.getByRole('status').filter({ hasText: /^(Taken|Give money back)/ });
const paper = () => page.getByRole('region', { name: 'Receipt preview' });

async function sold(): Promise<Counter> {
  const counter = new Counter();
  render(<TillScreen />, { bridge: counter });
  await sellAKey();
  return counter;
}

test('an order is followed until its key is here', async () => {
  const counter = await sold();
  await expect.element(page.getByRole('heading', { name: /Sale 1042/ })).toBeVisible();
  await expect.element(orders()).toMatchTextContent('Paid and in line. It is sent by itself.');
  counter.tell({ state: 'processing' });
  await expect
    .element(orders())
    .toMatchTextContent('The partner is working on it. It is delivered by itself.');
  await expect.element(button('Print collection slip')).toBeVisible();
  counter.tell(DELIVERED);
  await expect.element(orders()).toMatchTextContent('Delivered');
  await expect.element(page.getByText('Everything is here. Give the customer the receipt.')).toBeVisible();
  await expect.element(button('Print receipt')).toBeVisible();
});

test('news that come before the answer to the payment are not lost', async () => {
  const counter = new Counter();
  counter.answer('sales.charge', async input => {
    const answer = counter.charge(input);
    counter.tell(DELIVERED);
    const queued = { state: 'queued', next: 'automatic', hasKey: false } as const;
    const { sale, orders: made } = answer.value;
    return ok({ sale, orders: made.map(order => ({ ...order, ...queued, updatedAt: order.createdAt })) });
  });
  render(<TillScreen />, { bridge: counter });
  await sellAKey();
  await expect.element(button('Show key')).toBeVisible();
});

test('a key is shown in groups with nothing between them, copied exactly, and hidden again by the next key press', async () => {
  const counter = await sold();
  counter.answer('orders.revealKey', () => ok({ key: 'ABCDE12345FGHIJ' }));
  counter.tell(DELIVERED);
  await button('Show key').click();
  await expect.element(button('Hide key')).toHaveFocus();
  const shown = page.getByText('ABCDE', { exact: true });
  await expect.element(shown).toBeVisible();
  const [first, second] = [...document.querySelectorAll('[data-key] > span')].map(group =>
    group.getBoundingClientRect(),
  );
  expect(second?.left).toBe(first?.right);
  await expect.element(page.getByRole('img', { name: 'Key of Steam US 10 USD as a QR code' })).toBeVisible();
  const selection = getSelection();
  selection?.selectAllChildren(document.querySelector('[data-key]') as Node);
  expect(selection?.toString()).toBe('ABCDE12345FGHIJ');
  await userEvent.keyboard('{Enter}');
  await expect.element(shown).not.toBeInTheDocument();
  await expect.element(button('Show key')).toHaveFocus();
});

test('a key that is shown hides after a minute, and at once when the till is locked', async () => {
  const counter = await sold();
  counter.tell(DELIVERED);
  await expect.element(button('Show key')).toBeVisible();
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  await button('Show key').click();
  await expect.element(page.getByText('Hides in 60 seconds')).toBeVisible();
  vi.advanceTimersByTime(59_000);
  await expect.element(button('Hide key')).toBeVisible();
  vi.advanceTimersByTime(2_000);
  await expect.element(button('Show key')).toBeVisible();
  await button('Show key').click();
  await expect.element(button('Hide key')).toBeVisible();
  counter.signIn(null);
  await expect.element(button('Show key')).toBeVisible();
  expect(document.body.textContent).not.toContain('AB3D');
});

test('a link to a key is there to be scanned', async () => {
  const counter = await sold();
  counter.answer('orders.revealKey', () => ok({ key: 'https://keys.example/9f3a.png' }));
  counter.tell(DELIVERED);
  await button('Show key').click();
  await expect.element(page.getByText(/the customer scans the code/)).toBeVisible();
});

test('a key that cannot be read says why', async () => {
  const counter = await sold();
  counter.answer('orders.revealKey', () => refused('key_unreadable'));
  counter.tell(DELIVERED);
  await button('Show key').click();
  await expect.element(page.getByRole('alert')).toMatchTextContent('The stored key cannot be read');
});

test('offline, the sale is taken, and the customer leaves with a collection slip', async () => {
  const counter = new Counter({
    status: { connection: { state: 'offline', since: '2026-03-29T08:00:00.000Z' } },
  });
  render(<TillScreen />, { bridge: counter });
  await sellAKey();
  const nextTryAt = new Date(Date.now() + 30_000).toISOString();
  counter.tell({ state: 'queued', reason: 'partner_down', nextTryAt });
  await expect
    .element(
      page.getByText('Will be delivered when the connection is back. Give the customer the collection slip.'),
    )
    .toBeVisible();
  await expect.element(orders()).toMatchTextContent(/Next try in \d+ seconds/);
  await expect.element(page.getByRole('heading', { name: /Sale 1042/ })).toBeVisible();
  await expect.element(paper()).toMatchTextContent('COLLECTION SLIP');
  await button('Print collection slip').click();
  expect(counter.inputsOf('printer.printSale')).toEqual([{ saleId: 'sale-1042' }]);
});

test('a sale whose token was rejected waits for a manager, in the same words above and on its order', async () => {
  const counter = await sold();
  const words = /It goes on once a manager has entered a valid token\./;
  counter.tell({ state: 'queued', reason: 'token_rejected' });
  await expect.element(orders()).toMatchTextContent(words);
  const connection = { state: 'token_rejected', since: '2026-03-29T08:00:00.000Z' } as const;
  counter.emit({ name: 'connection.changed', payload: connection });
  await expect.element(banner()).toMatchTextContent(words);
  await expect.element(banner()).not.toMatchTextContent('connection is back');
});

test('a sale that the balance is too low for waits for the top-up, in the same words above and on its order', async () => {
  const counter = await sold();
  const words = /It goes on by itself once the balance is topped up\./;
  counter.tell({ state: 'queued', reason: 'insufficient_balance' });
  await expect.element(orders()).toMatchTextContent(words);
  await expect.element(banner()).toMatchTextContent(words);
});

test('a sale of which nothing came is not said to be delivered in part', async () => {
  const counter = await sold();
  counter.tell(OWED);
  await expect.element(banner()).toMatchTextContent(/Give money back.*Nothing was delivered\./);
});

test('money owed for an order that was not delivered is given back once, on record', async () => {
  const counter = await sold();
  counter.tell(OWED);
  await expect.element(page.getByText('Give money back')).toBeVisible();
  await button('Give back ₸5,180.00').click();
  await expect.element(page.getByRole('dialog')).toMatchTextContent(/Take ₸5,180\.00 out of the drawer/);
  await button('Money given back').click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(orders()).toMatchTextContent('The customer has had ₸5,180.00 back.');
  await expect.element(page.getByRole('button', { name: /^Give back/ })).not.toBeInTheDocument();
  expect(counter.inputsOf('sales.refund')).toEqual([{ orderId: 'order-1042-1' }]);
});

test('money that the till will not record as given back says why', async () => {
  const counter = await sold();
  counter.tell(OWED);
  counter.answer('sales.refund', () => refused('already_refunded'));
  await button('Give back ₸5,180.00').click();
  await button('Money given back').click();
  await expect.element(page.getByRole('alert')).toMatchTextContent('already been given back');
});

function Place() {
  const place = useFrom(createPlaceStore, state => state.place);
  const selected = useFrom(createOrdersStore, state => state.selectedId);
  return <p>{`At ${place}, ${selected ?? 'no order'}`}</p>;
}

test('an order that is held says that a manager has to decide, and leads to Orders', async () => {
  const counter = new Counter();
  render(
    <>
      <TillScreen />
      <Place />
    </>,
    { bridge: counter },
  );
  await sellAKey();
  counter.tell({ state: 'held', reason: 'offer_gone', next: 'decide' });
  await expect.element(orders()).toMatchTextContent('The partner no longer sells this');
  await expect.element(page.getByText(/Call a manager/)).toBeVisible();
  await button('Open Orders').click();
  await expect.element(page.getByText('At orders, order-1042-1')).toBeVisible();
});

test('a manager is asked to decide, not to call a manager', async () => {
  const counter = new Counter({ staff: manager });
  render(<TillScreen />, { bridge: counter });
  await sellAKey();
  counter.tell({ state: 'held', reason: 'offer_gone', next: 'decide' });
  await expect.element(page.getByText(/^Open Orders and decide/)).toBeVisible();
  await expect.element(page.getByText(/Call a manager/)).not.toBeInTheDocument();
});

test('a try that is past is not announced as the next one', async () => {
  const counter = await sold();
  const nextTryAt = new Date(Date.now() - 11_000).toISOString();
  counter.tell({ state: 'queued', reason: 'rate_limited', nextTryAt });
  await expect.element(orders()).toMatchTextContent('The partner asks to slow down.');
  await expect.element(orders()).not.toMatchTextContent('Next try');
});

test('what was not delivered is named beside what was', async () => {
  const counter = new Counter();
  render(<TillScreen />, { bridge: counter });
  await expect.element(searchBox()).toHaveFocus();
  await scan('1002');
  await button('Add to sale').click();
  await sellAKey();
  counter.tell(DELIVERED);
  const [first] = [...counter.taken.values()].flatMap(made => made.orders);
  if (!first) throw new Error('Nothing was sold.');
  const refund = { amount: first.price, at: '2026-03-29T09:10:00.000Z', staffName: 'Timur' };
  const orders = [counter.change(first, { state: 'canceled', hasKey: false, refund })];
  const queue = { waiting: 0, held: 0, toRefund: 0, amount: '0' };
  counter.emit({ name: 'orders.changed', payload: { orders, queue } });
  await expect.element(page.getByText('Partly delivered')).toBeVisible();
  await expect
    .element(page.getByText(/^Delivered: Steam US 10 USD\. Not delivered.*: Steam Turkey 5 USD\./))
    .toBeVisible();
  await expect.element(page.getByText(/Everything is here/)).not.toBeInTheDocument();
});

test('a receipt that has not come out is not to be given, and without a printer the key is shown', async () => {
  const counter = await sold();
  counter.tell(DELIVERED);
  const target = 'tcp://127.0.0.1:9100';
  counter.emit({ name: 'printer.changed', payload: { target, state: 'waiting', waiting: 1 } });
  await expect
    .element(page.getByText('Everything is here. The receipt has not come out of the printer yet.'))
    .toBeVisible();
  counter.emit({ name: 'printer.changed', payload: { target: null, state: 'none', waiting: 0 } });
  await expect
    .element(page.getByText('Everything is here. There is no printer: show the key to the customer.'))
    .toBeVisible();
  await expect.element(paper()).toMatchTextContent('Key: see “Show key”');
  expect(
    paper()
      .getByText(/printed receipt/)
      .elements(),
  ).toEqual([]);
});

test('without a printer nobody is told to give the customer a paper', async () => {
  const counter = new Counter({
    status: {
      connection: { state: 'offline', since: '2026-03-29T08:00:00.000Z' },
      printer: { target: null, state: 'none', waiting: 0 },
    },
  });
  render(<TillScreen />, { bridge: counter });
  await sellAKey();
  await expect.element(page.getByText(/write sale number 1042 down for the customer/)).toBeVisible();
  expect(page.getByText(/Give the customer/).elements()).toEqual([]);
});

test('a code scanned while a sale is delivered begins the next sale with it', async () => {
  const counter = await sold();
  counter.tell(DELIVERED);
  await expect.element(button('Show key')).toBeVisible();
  (button('Print receipt').element() as HTMLElement).focus();
  for (const key of [...'1002', 'Enter']) {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  }
  await expect.element(page.getByRole('heading', { name: /Steam Turkey 5 USD/ })).toBeVisible();
  expect(counter.inputsOf('printer.printSale')).toEqual([]);
});

test('on a small screen three orders of a sale are in sight with their states, and what is to be pressed', async () => {
  const counter = new Counter();
  render(
    <div style={onASmallScreen}>
      <TillScreen />
    </div>,
    { bridge: counter },
  );
  await expect.element(searchBox()).toHaveFocus();
  for (const code of ['1002', '1003']) {
    await scan(code);
    await button('Add to sale').click();
  }
  await payForAKey();
  await page.getByLabelText('Cash received').fill('90000');
  await button('Complete sale').click();
  await expect.element(button('New sale')).toBeVisible();
  counter.tell(DELIVERED);
  const [owed] = [...counter.taken.values()].flatMap(made => made.orders);
  if (!owed) throw new Error('Nothing was sold.');
  const queue = { waiting: 0, held: 0, toRefund: 1, amount: '0' };
  const news = [counter.change(owed, { ...OWED, hasKey: false })];
  counter.emit({ name: 'orders.changed', payload: { orders: news, queue } });
  await expect.element(button(/^Give back/)).toBeVisible();
  const list = orders().getByRole('list').element();
  expect(list.querySelectorAll('article')).toHaveLength(3);
  expect(list.scrollHeight).toBeLessThanOrEqual(list.parentElement?.clientHeight ?? 0);
});

test('on a small screen the key of the last of many orders is shown whole', async () => {
  const counter = new Counter();
  render(
    <div style={{ ...onASmallScreen, height: 560 }}>
      <TillScreen />
    </div>,
    { bridge: counter },
  );
  await expect.element(searchBox()).toHaveFocus();
  for (const code of ['1002', '1003', '1004']) {
    await scan(code);
    await button('Add to sale').click();
  }
  await payForAKey();
  await page.getByLabelText('Cash received').fill('90000');
  await button('Complete sale').click();
  await expect.element(button('New sale')).toBeVisible();
  counter.tell(DELIVERED);
  await button('Show key').last().click();
  await expect.element(button('Hide key')).toBeVisible();
  const list = orders().getByRole('list').element().parentElement;
  const panel = button('Hide key').element().closest('.border-accent');
  await expect
    .poll(() => {
      const [outer, inner] = [list?.getBoundingClientRect(), panel?.getBoundingClientRect()];
      return outer && inner && [inner.top >= outer.top, inner.bottom <= outer.bottom];
    })
    .toEqual([true, true]);
});

test('the change is shown again, and the receipt beside it', async () => {
  render(<TillScreen />, { bridge: new Counter() });
  await payForAKey();
  await page.getByLabelText('Cash received').fill('10000');
  await button('Complete sale').click();
  await expect.element(page.getByText('₸4,820.00')).toBeVisible();
  await expect.element(paper()).toMatchTextContent(/Player One.*Sale No. 1042.*5180\.00.*TOTAL5180\.00 KZT/);
});

test('why a printer waits, and what to do, stands once: above the screen', async () => {
  const counter = new Counter();
  render(
    <>
      <Banners />
      <TillScreen />
    </>,
    { bridge: counter },
  );
  await sellAKey();
  counter.tell(DELIVERED);
  const target = 'tcp://127.0.0.1:9100';
  const error = { code: 'printer_no_paper', message: '' } as const;
  counter.emit({ name: 'printer.changed', payload: { target, state: 'waiting', waiting: 1, error } });
  const advice = page.getByText(/The printer has no paper\. Put in a new roll, then print again\./);
  await expect.element(advice).toBeVisible();
  expect(advice.elements()).toHaveLength(1);
});

test('a printer that has printed says so, and one that cannot be asked says why', async () => {
  const counter = await sold();
  const target = 'tcp://127.0.0.1:9100';
  counter.isPrinted = true;
  counter.emit({ name: 'printer.changed', payload: { target, state: 'ready', waiting: 0 } });
  await expect.element(page.getByText('Printed. Another one is marked as a copy.')).toBeVisible();
  counter.answer('printer.printSale', () => refused('no_printer'));
  await button('Print collection slip').click();
  await expect.element(page.getByText(/There is no printer\./)).toBeVisible();
});

test('the buttons stay where they are whatever is said of the print', async () => {
  const counter = await sold();
  counter.tell(DELIVERED);
  await expect.element(button('Print receipt')).toBeVisible();
  const top = () => button('New sale').element().getBoundingClientRect().top;
  const before = top();
  const target = 'tcp://127.0.0.1:9100';
  counter.emit({ name: 'printer.changed', payload: { target, state: 'printing', waiting: 1 } });
  await expect.element(page.getByText('Printing…')).toBeVisible();
  expect(top()).toBe(before);
  counter.isPrinted = true;
  counter.emit({ name: 'printer.changed', payload: { target, state: 'ready', waiting: 0 } });
  await expect.element(page.getByText(/^Printed\./)).toBeVisible();
  expect(top()).toBe(before);
});

test('a receipt that cannot be shown says why', async () => {
  const counter = new Counter();
  counter.answer('printer.preview', () => refused('internal'));
  render(<TillScreen />, { bridge: counter });
  await sellAKey();
  await expect.element(paper()).toMatchTextContent('Something went wrong inside the till');
});

test('what was missed while events were lost is asked for again', async () => {
  const counter = await sold();
  for (const { orders: made } of counter.taken.values()) made.map(order => counter.change(order, DELIVERED));
  counter.emit({ name: 'resync' });
  await expect.element(button('Show key')).toBeVisible();
});

test('Enter starts a new sale, and the last one stays at hand with its state', async () => {
  const counter = await sold();
  await expect
    .poll(async () => {
      await userEvent.keyboard('{Enter}');
      return document.querySelector('input[type=search]') !== null;
    })
    .toBe(true);
  await expect.element(searchBox()).toHaveFocus();
  await expect.element(page.getByText('Last sale: 1042')).toBeVisible();
  counter.tell(OWED);
  await expect.element(page.getByText('Give money back')).toBeVisible();
  await button('Show').click();
  await expect.element(button('Give back ₸5,180.00')).toBeVisible();
});
