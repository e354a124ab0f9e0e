import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createStore, useStore } from 'zustand';
import { TillScreen } from '../../../renderer/till/till-screen.tsx';
import { ok, refused } from '../../support/fake-till.ts';
import { aida, timur } from '../../support/fixtures.ts';
import { render } from '../../support/render.tsx';
import { Counter } from './counter.ts';
import { button, payForAKey, sale, scan, searchBox } from './steps.ts';

const cash = () => page.getByLabelText('Cash received');
afterEach(() => page.viewport(1024, 768));

const attempts = (counter: Counter) => counter.inputsOf('sales.charge').map(input => input.attemptId);

test('change is reckoned while typing, and a short amount says what is missing', async () => {
  render(<TillScreen />, { bridge: new Counter() });
  await payForAKey();
  await cash().fill('10000');
  await expect.element(page.getByText('₸4,820.00')).toBeVisible();
  await cash().fill('5000');
  await expect.element(page.getByText('Still missing')).toBeVisible();
  await expect.element(page.getByText('₸180.00', { exact: true })).toBeVisible();
  await button('Complete sale').click();
  await expect.element(page.getByText('₸180.00 are still missing.')).toBeVisible();
  await expect.element(cash()).toHaveFocus();
});

test('a quick amount is what was handed over', async () => {
  const counter = new Counter();
  render(<TillScreen />, { bridge: counter });
  await payForAKey();
  await button('₸6,000.00').click();
  await expect.element(page.getByText('₸820.00')).toBeVisible();
  await button('Complete sale').click();
  await expect.element(button('New sale')).toBeVisible();
  expect(counter.inputsOf('sales.charge')).toMatchObject([
    {
      lines: [{ offerId: 1001, quantity: 1, price: '5180' }],
      payment: { method: 'cash', tendered: '6000.00' },
    },
  ]);
});

test('a card needs the number of its slip', async () => {
  const counter = new Counter();
  render(<TillScreen />, { bridge: counter });
  await payForAKey();
  await page.getByRole('radio', { name: 'Card' }).click();
  const reference = page.getByLabelText('Card reference');
  await expect.element(reference).toHaveFocus();
  await button('Complete sale').click();
  await expect.element(page.getByText('Enter the number that the card terminal printed.')).toBeVisible();
  await expect.element(reference).toHaveFocus();
  await userEvent.keyboard('004217');
  await page.getByLabelText('Customer’s e-mail (optional)').fill('not an address');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('This is not an e-mail address.')).toBeVisible();
  await page.getByLabelText('Customer’s e-mail (optional)').fill('client@mail.kz');
  await userEvent.keyboard('{Enter}');
  await expect.element(button('New sale')).toBeVisible();
  expect(counter.inputsOf('sales.charge')).toMatchObject([
    { email: 'client@mail.kz', payment: { method: 'card', reference: '004217' } },
  ]);
});

test('a double tap of Complete sale sends one attempt', async () => {
  const counter = new Counter();
  const answered = Promise.withResolvers<void>();
  counter.answer('sales.charge', async input => {
    await answered.promise;
    return counter.charge(input);
  });
  render(<TillScreen />, { bridge: counter });
  await payForAKey();
  await button('Complete sale').dblClick();
  await cash()
    .element()
    .dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  answered.resolve();
  await expect.element(button('New sale')).toBeVisible();
  expect(attempts(counter)).toHaveLength(1);
});

test('two nervous Enters complete one sale and stay on its screen', async () => {
  const counter = new Counter();
  render(<TillScreen />, { bridge: counter });
  await payForAKey();
  await cash().fill('6000');
  await userEvent.keyboard('{Enter}{Enter}');
  await expect.element(button('New sale')).toBeVisible();
  expect(attempts(counter)).toHaveLength(1);
});

test('a call without an answer is sent again by itself, as the same attempt, and nothing can change meanwhile', async () => {
  const counter = new Counter();
  let calls = 0;
  counter.answer('sales.charge', input => {
    calls += 1;
    // The till took it, but the answer was lost on the way.
    const answer = counter.charge(input);
    return calls < 3 ? refused('till_unreachable') : answer;
  });
  render(<TillScreen />, { bridge: counter });
  await payForAKey();
  await button('Complete sale').click();
  await expect.element(page.getByText('The till has not answered yet')).toBeVisible();
  await expect.element(sale().getByRole('button', { name: 'Clear' })).toBeDisabled();
  await expect.element(button('Back to the sale')).toBeDisabled();
  await button('Try again').click();
  await expect.element(button('New sale')).toBeVisible();
  expect(new Set(attempts(counter)).size).toBe(1);
  expect(attempts(counter).length).toBeGreaterThanOrEqual(3);
  expect(counter.taken.size).toBe(1);
});

test('what a full disk kept from being stored is said not to be taken, and sent again as the same attempt', async () => {
  const counter = new Counter();
  counter.answer('sales.charge', () => refused('storage_full'));
  render(<TillScreen />, { bridge: counter });
  await payForAKey();
  await button('Complete sale').click();
  await expect.element(page.getByRole('alert')).toMatchTextContent('this was not stored');
  await expect.element(page.getByText(/Take no money for it, or give it back/)).toBeVisible();
  await expect.element(button('Complete sale')).toBeDisabled();
  counter.answer('sales.charge', input => counter.charge(input));
  await button('Send again').click();
  await expect.element(button('New sale')).toBeVisible();
  expect(new Set(attempts(counter)).size).toBe(1);
});

const wellAgain = {
  name: 'storage.changed',
  payload: { state: 'ok', since: '2026-03-29T09:00:00.000Z' },
} as const;

test('a refusal for the disk does not stay in its words once the disk is well: it says that the sale was not stored', async () => {
  const counter = new Counter();
  counter.answer('sales.charge', () => refused('storage_full'));
  counter.answer('sales.attempt', () => ok({ taken: null }));
  render(<TillScreen />, { bridge: counter });
  await payForAKey();
  await button('Complete sale').click();
  await expect.element(page.getByRole('alert')).toMatchTextContent('The disk is full');
  counter.emit(wellAgain);
  await expect.element(page.getByText(/This sale was not stored. The disk works again/)).toBeVisible();
  expect(page.getByText('The disk is full').elements()).toEqual([]);
  await expect.element(button('Complete sale')).toBeDisabled();
  counter.answer('sales.charge', input => counter.charge(input));
  await button('Send again').click();
  await expect.element(button('New sale')).toBeVisible();
  expect(new Set(attempts(counter)).size).toBe(1);
});

test('of what may be stored nobody is told that it was not: it cannot be given up, and is found out when the disk is well', async () => {
  const counter = new Counter();
  counter.answer('sales.charge', () => refused('storage_unknown'));
  counter.answer('sales.attempt', () => refused('storage_unknown'));
  render(<TillScreen />, { bridge: counter });
  await payForAKey();
  await button('Complete sale').click();
  await expect.element(page.getByText(/Keep the customer’s money aside/)).toBeVisible();
  expect(page.getByRole('button', { name: 'Change the sale' }).elements()).toEqual([]);
  expect(page.getByText(/Take no money/).elements()).toEqual([]);
  await button('Ask again').click();
  await expect.element(page.getByText(/Keep the customer’s money aside/)).toBeVisible();
  const [input] = counter.inputsOf('sales.charge');
  if (!input) throw new Error('nothing was charged');
  const stored = counter.charge(input);
  counter.answer('sales.attempt', () => ok({ taken: stored.value }));
  counter.emit(wellAgain);
  await expect.element(button('New sale')).toBeVisible();
  expect(counter.inputsOf('sales.charge')).toHaveLength(1);
  expect(counter.inputsOf('sales.attempt').at(-1)).toEqual({ attemptId: input.attemptId });
});

test('where an earlier sending may have been taken, a full disk does not make it said that it was not', async () => {
  const counter = new Counter();
  counter.answer('sales.charge', () => refused('till_unreachable'));
  render(<TillScreen />, { bridge: counter });
  await payForAKey();
  await button('Complete sale').click();
  await expect.element(page.getByText('The till has not answered yet')).toBeVisible();
  counter.answer('sales.charge', () => refused('storage_full'));
  await button('Try again').click();
  await expect.element(page.getByText(/It is not known whether this sale was taken/)).toBeVisible();
  expect(page.getByText(/Take no money/).elements()).toEqual([]);
});

test('a payment that found nobody signed in is sent again at the next sign-in, as the same attempt', async () => {
  const counter = new Counter();
  counter.answer('sales.charge', () => refused('not_signed_in'));
  render(<TillScreen />, { bridge: counter });
  await payForAKey();
  await button('Complete sale').click();
  await expect.element(button('Send again')).toBeVisible();
  counter.answer('sales.charge', input => counter.charge(input));
  counter.signIn(timur);
  await expect.element(button('New sale')).toBeVisible();
  expect(attempts(counter)).toHaveLength(2);
  expect(new Set(attempts(counter)).size).toBe(1);
});

test('on a low screen a large change is whole, and the button neither leaves nor moves', async () => {
  await page.viewport(1024, 600);
  render(<TillScreen />, { bridge: new Counter() });
  await payForAKey();
  const complete = button('Complete sale').element();
  const before = complete.getBoundingClientRect();
  expect(before.bottom).toBeLessThanOrEqual(600);
  await cash().fill('125515497');
  const change = page.getByText('₸125,510,317.00');
  await expect.element(change).toBeVisible();
  const box = change.element();
  const room = box.parentElement;
  expect(box.scrollWidth).toBeLessThanOrEqual(room?.clientWidth ?? 0);
  expect(complete.getBoundingClientRect().top).toBe(before.top);
});

/** What the shell and two banners leave of 1024×768. */
const onASmallScreen = { width: 888, height: 604 };

test('on a small screen with two banners the whole payment is in sight, the e-mail too', async () => {
  render(
    <div style={onASmallScreen}>
      <TillScreen />
    </div>,
    { bridge: new Counter() },
  );
  await payForAKey();
  const email = page.getByLabelText('Customer’s e-mail (optional)').element();
  const complete = button('Complete sale').element();
  expect(email.getBoundingClientRect().bottom).toBeLessThan(complete.getBoundingClientRect().top);
  expect(email.closest('form')?.parentElement?.scrollTop).toBe(0);
  expect(complete.getBoundingClientRect().bottom).toBeLessThanOrEqual(onASmallScreen.height);
});

test('a new price is shown beside the old one, and taken only when the customer agrees', async () => {
  const counter = new Counter();
  counter.answer('sales.charge', () => refused('price_changed', { offerId: 1001, price: '5250.00' }));
  render(<TillScreen />, { bridge: counter });
  await payForAKey();
  await cash().fill('5200');
  await button('Complete sale').click();
  const notice = page.getByText('The price has changed. Nothing has been taken yet.');
  await expect.element(notice).toBeVisible();
  await expect.element(page.getByText('₸5,180.00').first()).toBeVisible();
  await expect.element(button('Complete sale')).toBeDisabled();
  await expect.element(button('The customer agrees')).toHaveFocus();
  counter.answer('sales.charge', input => counter.charge(input));
  await userEvent.keyboard('{Enter}');
  await expect.element(notice).not.toBeInTheDocument();
  await expect.element(page.getByText('₸50.00', { exact: true })).toBeVisible();
  await cash().fill('6000');
  await userEvent.keyboard('{Enter}');
  await expect.element(button('New sale')).toBeVisible();
  const [first, second] = counter.inputsOf('sales.charge');
  expect(second?.lines[0]?.price).toBe('5250.00');
  expect(second?.attemptId).not.toBe(first?.attemptId);
});

test('a line the till refuses is marked, can go, and the rest is sold', async () => {
  const counter = new Counter();
  render(<TillScreen />, { bridge: counter });
  await expect.element(searchBox()).toHaveFocus();
  await scan('1002');
  await button('Add to sale').click();
  await payForAKey();
  counter.answer('sales.charge', () => refused('out_of_stock', { offerId: 1002 }));
  await button('Complete sale').click();
  await expect.element(page.getByRole('alert')).toMatchTextContent('Out of stock at the partner');
  await expect.element(sale()).toMatchTextContent('Out of stock at the partner');
  counter.answer('sales.charge', input => counter.charge(input));
  await button('Remove Steam Turkey 5 USD').click();
  await button('Complete sale').click();
  await expect.element(button('New sale')).toBeVisible();
  expect(counter.inputsOf('sales.charge').at(-1)?.lines).toHaveLength(1);
});

test('an amount that nobody hands over is not taken by Enter alone', async () => {
  const counter = new Counter();
  render(<TillScreen />, { bridge: counter });
  await payForAKey();
  await cash().fill('487001234');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('That is a lot of change. Is the amount right?')).toBeVisible();
  expect(attempts(counter)).toEqual([]);
});

const locked = createStore(() => ({ isLocked: false }));
const Lockable = () => (useStore(locked).isLocked ? <p>Locked</p> : <TillScreen />);

test('basket and payment survive the lock', async () => {
  const counter = new Counter();
  locked.setState({ isLocked: false });
  render(<Lockable />, { bridge: counter });
  await payForAKey();
  await cash().fill('6000');
  locked.setState({ isLocked: true });
  await expect.element(page.getByText('Locked')).toBeVisible();
  locked.setState({ isLocked: false });
  await expect.element(cash()).toHaveValue('6000');
  await expect.element(sale()).toMatchTextContent('Steam US 10 USD');
});

test('an unanswered attempt goes on while the till is locked', async () => {
  const counter = new Counter();
  counter.answer('sales.charge', () => refused('till_unreachable'));
  locked.setState({ isLocked: false });
  render(<Lockable />, { bridge: counter });
  await payForAKey();
  await button('Complete sale').click();
  await expect.element(page.getByText('The till has not answered yet')).toBeVisible();
  locked.setState({ isLocked: true });
  counter.answer('sales.charge', input => counter.charge(input));
  counter.emit({ name: 'resync' });
  await expect.poll(() => counter.taken.size).toBe(1);
  locked.setState({ isLocked: false });
  await expect.element(button('New sale')).toBeVisible();
  expect(new Set(attempts(counter)).size).toBe(1);
});

test('somebody else finds a payment whose outcome nobody knows, without what was typed, and the sale says whose it was', async () => {
  const counter = new Counter();
  counter.answer('sales.charge', () => refused('till_unreachable'));
  render(<TillScreen />, { bridge: counter });
  await payForAKey();
  await cash().fill('6000');
  await button('Complete sale').click();
  await expect.element(page.getByText('The till has not answered yet')).toBeVisible();
  counter.signIn(aida);
  await expect.element(page.getByText(/Timur took this payment/)).toBeVisible();
  await expect.element(sale()).toMatchTextContent('Begun by Timur.');
  expect(cash().elements()).toEqual([]);
  await button('Change the sale').click();
  await button('Pay').click();
  await expect.element(cash()).toHaveValue('');
});
