import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { TillScreen } from '../../../renderer/till/till-screen.tsx';
import { ok, refused } from '../../support/fake-till.ts';
import { render, renderApp } from '../../support/render.tsx';
import { Counter, manager } from './counter.ts';
import { aCatalogue, anOffer } from './goods.ts';
import { button, sale, scan, searchBox } from './steps.ts';

test('a product leads to its offers, and an offer into the sale', async () => {
  render(<TillScreen />, { bridge: new Counter() });
  await searchBox().fill('pubg');
  await button('PUBG Mobile').click();
  await expect.element(page.getByRole('heading', { name: 'PUBG Mobile' })).toBeVisible();
  await expect.element(button(/325 UC/)).toMatchTextContent('₸2,400.00');
  await button('All products').click();
  await searchBox().fill('');
  await button('Adobe').click();
  await button(/Adobe 5 USD/).click();
  await button('One more').click();
  await button('Add to sale').click();
  await expect.element(sale()).toMatchTextContent(/Adobe 5 USD.*₸5,150\.00/);
  await expect.element(searchBox()).toHaveFocus();
  await expect.element(searchBox()).toHaveValue('');
});

test('a product and an offer say their region whole, however long their names are', async () => {
  const productName = 'Mobile Legends: Bang Bang Weekly Diamond Pass Philippines';
  const offerName = 'PlayStation Plus Essential 12 Months Membership United States';
  const offers = [
    anOffer(7001, { productName, offerName, region: 'United States of America', platform: 'PlayStation 5' }),
  ];
  render(<TillScreen />, { bridge: new Counter({ offers }) });
  await expect.element(button(productName)).toBeVisible();
  expectWhole(button(productName).element());
  await button(productName).click();
  await expect.element(button(new RegExp(offerName))).toBeVisible();
  expectWhole(button(new RegExp(offerName)).element());
});

/** Nothing in it is cut off, neither with dots nor by its edge. */
function expectWhole(tile: Element) {
  for (const part of [tile, ...tile.querySelectorAll('span')]) {
    expect(part.scrollHeight).toBeLessThanOrEqual(part.clientHeight || part.scrollHeight);
    expect(part.scrollWidth).toBeLessThanOrEqual(part.clientWidth || part.scrollWidth);
  }
}

test('part of a name leads to an offer in one step', async () => {
  render(<TillScreen />, { bridge: new Counter() });
  await searchBox().fill('steam us');
  await button(/Steam US 10 USD/).click();
  await expect.element(button('Add to sale')).toBeVisible();
});

test('a scanned offer id opens the offer wherever the focus is, and the next scan replaces the first', async () => {
  render(<TillScreen />, { bridge: new Counter() });
  await expect.element(button('Adidas')).toBeVisible();
  (document.activeElement as HTMLElement).blur();
  await scan('1001');
  await expect.element(page.getByRole('heading', { name: 'Steam US 10 USD' })).toBeVisible();
  await scan('2001');
  await expect.element(page.getByRole('heading', { name: '325 UC' })).toBeVisible();
});

test('a scanned collection slip opens the orders of its sale, and no offer', async () => {
  const counter = new Counter();
  counter.answer('orders.list', () => ok({ orders: [] }));
  renderApp(counter);
  await expect.element(searchBox()).toHaveFocus();
  await scan('KT1001');
  await expect.element(page.getByRole('searchbox', { name: /order/i })).toHaveValue('KT1001');
  await expect.poll(() => counter.inputsOf('orders.list')).toContainEqual({ query: 'KT1001' });
  await button('Sell').click();
  await expect.element(searchBox()).toHaveValue('');
});

test('an unknown code says so, and the next one is typed over it', async () => {
  render(<TillScreen />, { bridge: new Counter() });
  await expect.element(searchBox()).toHaveFocus();
  await scan('4870000');
  await expect.element(page.getByText('Nothing found for “4870000”')).toBeVisible();
  await scan('1001');
  await expect.element(page.getByRole('heading', { name: 'Steam US 10 USD' })).toBeVisible();
});

test('Escape empties the search, and from an offer goes back to what was found', async () => {
  render(<TillScreen />, { bridge: new Counter() });
  await searchBox().fill('steam us');
  await button(/Steam US 10 USD/).click();
  await expect.element(button('Add to sale')).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(searchBox()).toHaveFocus();
  await expect.element(button(/Steam US 10 USD/)).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(searchBox()).toHaveValue('');
});

test('an offer that cannot be sold says why, and cannot be chosen', async () => {
  render(<TillScreen />, { bridge: new Counter() });
  await searchBox().fill('steam');
  await button('Steam').click();
  for (const [name, why] of [
    ['Steam Argentina', 'Out of stock'],
    ['Steam India', 'No rate set'],
    ['Steam Brazil', 'No longer sold'],
  ] as const) {
    const offer = page.getByRole('button', { name: new RegExp(name) });
    await expect.element(offer).toMatchTextContent(why);
    await expect.element(offer).toBeDisabled();
    offer.element().dispatchEvent(new MouseEvent('click', { bubbles: true }));
  }
  await expect.element(page.getByRole('heading', { name: 'Steam' })).toBeVisible();
});

test('of tens of thousands of offers only those in sight exist, and all can be reached', async () => {
  const offers = Array.from({ length: 20_000 }, (_, at) =>
    anOffer(at + 1, { productName: `Game ${String(at).padStart(5, '0')}` }),
  );
  render(<TillScreen />, { bridge: new Counter({ offers }) });
  await expect.element(searchBox()).toHaveFocus();
  const tile = button('Game 00000');
  await expect.element(tile).toBeVisible();
  tile.element().focus();
  await userEvent.keyboard('{End}');
  await expect.element(button('Game 00199')).toHaveFocus();
  await userEvent.keyboard('{End}');
  await expect.element(button('Game 00399')).toHaveFocus();
  expect(document.querySelectorAll('[data-results] button').length).toBeLessThan(60);
});

test('the basket counts, takes away, clears and brings back', async () => {
  render(<TillScreen />, { bridge: new Counter() });
  await expect.element(searchBox()).toHaveFocus();
  await scan('1001');
  await button('Add to sale').click();
  await scan('1002');
  await button('Add to sale').click();
  await sale().getByRole('textbox', { name: 'Quantity of Steam US 10 USD' }).fill('3');
  await expect.element(sale()).toMatchTextContent(/Total₸18,195\.00/);
  await button('Remove Steam US 10 USD').click();
  await expect.element(sale()).toMatchTextContent(/Total₸2,655\.00/);
  await button('Undo').click();
  await expect.element(sale()).toMatchTextContent(/Total₸18,195\.00/);
  await sale().getByRole('button', { name: 'Clear' }).click();
  await expect.element(sale()).toMatchTextContent('Nothing in the sale yet');
  await expect.element(button('Pay')).toBeDisabled();
  await button('Undo').click();
  await expect.element(sale()).toMatchTextContent(/Total₸18,195\.00/);
});

test('a large total is whole on a small screen', async () => {
  render(<TillScreen />, { bridge: new Counter({ offers: [anOffer(1001, { price: '12509000' })] }) });
  await expect.element(searchBox()).toHaveFocus();
  await scan('1001');
  await button('Add to sale').click();
  await expect.element(sale().getByText('₸12,509,000.00').last()).toBeVisible();
  const total = sale().getByText('₸12,509,000.00').last().element();
  expect(total.scrollWidth).toBeLessThanOrEqual(total.parentElement?.clientWidth ?? 0);
  expect(total.getBoundingClientRect().right).toBeLessThanOrEqual(
    sale().element().getBoundingClientRect().right,
  );
});

test('what is added is heard', async () => {
  render(<TillScreen />, { bridge: new Counter() });
  await expect.element(searchBox()).toHaveFocus();
  await scan('1001');
  await button('Add to sale').click();
  const heard = page.getByText('Added: Steam US 10 USD. Total ₸5,180.00.');
  await expect.element(heard).toHaveAttribute('role', 'status');
});

test('an empty catalogue says who fills it, and shows how far its reading is', async () => {
  const counter = new Counter({ offers: [], staff: manager });
  render(<TillScreen />, { bridge: counter });
  await expect.element(page.getByText('No products yet')).toBeVisible();
  await expect.element(page.getByText(/Open Manager, Catalogue/)).toBeVisible();
  counter.emit({ name: 'catalogue.progress', payload: { running: true, done: 420, total: 1000 } });
  await expect.element(page.getByRole('progressbar', { name: 'Reading the catalogue' })).toBeVisible();
  counter.offers.push(...aCatalogue());
  counter.emit({ name: 'catalogue.progress', payload: { running: false, done: 1000, total: 1000 } });
  await expect.element(button('Adidas')).toBeVisible();
});

test('a list that could not be read says why, and is read again', async () => {
  const counter = new Counter();
  counter.answer('catalogue.products', () => refused('internal'));
  render(<TillScreen />, { bridge: counter });
  await expect.element(page.getByRole('alert')).toMatchTextContent('Something went wrong inside the till');
  counter.answer('catalogue.products', () =>
    ok({ products: [{ name: 'Steam', offers: 1, deliveries: ['key'] }], total: 1 }),
  );
  await button('Try again').click();
  await expect.element(button('Steam')).toBeVisible();
});
