import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ManagerScreen } from '../../../renderer/manager/manager-screen.tsx';
import { createOrdersStore } from '../../../renderer/orders/orders-store.ts';
import { createPlaceStore } from '../../../renderer/shell/place-store.ts';
import { useFrom } from '../../../renderer/stores.tsx';
import { ok, refused } from '../../support/fake-till.ts';
import { render } from '../../support/render.tsx';
import { aHeldOrder } from '../orders/an-order.ts';
import { aDay } from './a-day.ts';
import { managerTill } from './manager-till.ts';
import { button, openManager, said } from './open-manager.tsx';

const queue = { waiting: 0, held: 0, toRefund: 0, amount: '0' };
const region = (name: string) => page.getByRole('region', { name, exact: false });

test('the day stands there in figures that add up', async () => {
  await openManager('Day');
  await expect.element(page.getByRole('heading', { name: /29 March 2026/ })).toBeVisible();
  await expect.element(said('₸564,970.00').first()).toBeVisible();
  const split = region('Where the money taken is now');
  for (const part of ['₸496,845.00', '₸67,030.00', '₸1,095.00', '₸11,335.00']) {
    await expect.element(split).toMatchTextContent(part);
  }
});

test('numbers that no sale has are explained in a sentence', async () => {
  const { till } = await openManager('Day');
  till.answer('reports.day', () => ok(aDay({ numbersLeftOut: [{ from: '1044', to: '3000' }] })));
  await button('Previous day').click();
  await expect
    .element(page.getByText(/No sale here has the numbers 1044 to 3000: when a backup was restored/))
    .toBeVisible();
});

test('days are gone through one by one, and never past today', async () => {
  const { till } = await openManager('Day');
  await expect.element(button('Next day')).toBeDisabled();
  await button('Previous day').click();
  await expect.element(page.getByRole('heading', { name: '28 March 2026' })).toBeVisible();
  await button('Next day').click();
  await expect.element(page.getByRole('heading', { name: /29 March 2026 · still running/ })).toBeVisible();
  expect(till.inputsOf('reports.day')).toEqual([{}, { day: '2026-03-28' }, {}]);
});

test('a sale shows in today’s report without being asked for', async () => {
  const { till } = await openManager('Day');
  await expect.element(said('₸564,970.00').first()).toBeVisible();
  const { totals } = aDay();
  till.answer('reports.day', () => ok(aDay({ totals: { ...totals, net: '570045.00' } })));
  till.emit({ name: 'orders.changed', payload: { orders: [aHeldOrder()], queue } });
  await expect.element(said('₸570,045.00')).toBeVisible();
});

test('the busiest hour is heard, and every hour can be read as a figure', async () => {
  await openManager('Day');
  await expect.element(page.getByRole('img', { name: /the most, ₸152,080\.00, at 14:00/ })).toBeVisible();
  await said('The figures').click();
  const row = page.getByRole('table', { name: 'By hour' }).getByRole('row', { name: /^13:00/ });
  await expect.element(row).toMatchTextContent('₸127,300.00');
});

test('the day is kept as a CSV file', async () => {
  const { till } = await openManager('Day');
  till.answer('reports.export', () => ok({ fileName: 'keytill-2026-03-29.csv', csv: 'kind,day\r\n' }));
  const saved: { name: string; address: string }[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, address: this.href });
  });
  await button('Export CSV').click();
  await expect.element(said('keytill-2026-03-29.csv is in the downloads')).toBeVisible();
  click.mockRestore();
  expect(saved).toEqual([{ name: 'keytill-2026-03-29.csv', address: expect.stringMatching(/^blob:/) }]);
});

test('an export that is refused says why', async () => {
  const { till } = await openManager('Day');
  till.answer('reports.export', () => refused('storage_failed'));
  await button('Export CSV').click();
  await expect.element(page.getByRole('alert')).toMatchTextContent(/this was not stored/);
});

/** Where the person stands, and the order that is open there. */
function Place() {
  const place = useFrom(createPlaceStore, state => state.place);
  const order = useFrom(createOrdersStore, state => state.selectedId);
  return <p>{`${place} ${order}`}</p>;
}

test('an order that is still open leads to its page', async () => {
  const till = managerTill();
  render(
    <div className="flex h-full flex-col">
      <ManagerScreen />
      <Place />
    </div>,
    { bridge: till },
  );
  await region('Still open')
    .getByRole('button', { name: /PUBG Mobile/ })
    .click();
  await expect.element(said(`orders ${aHeldOrder({ saleNumber: '1059' }).id}`)).toBeVisible();
});

test('a day without sales says so', async () => {
  const { totals } = aDay();
  const till = managerTill().answer('reports.day', () =>
    ok(aDay({ totals: { ...totals, sales: 0, refunds: '0' } })),
  );
  await openManager('Day', till);
  await expect.element(said('Nothing was sold on this day')).toBeVisible();
});

test('a report that does not come can be asked for again', async () => {
  const till = managerTill().answer('reports.day', () => refused('till_unreachable'));
  await openManager('Day', till);
  await expect.element(page.getByRole('alert')).toMatchTextContent(/The till does not answer/);
  till.answer('reports.day', () => ok(aDay()));
  await button('Try again').click();
  await expect.element(said('₸564,970.00').first()).toBeVisible();
});

test('a day whose orders have all ended is not called closed while a customer is owed money', async () => {
  const { till } = await openManager('Day');
  const { totals } = aDay();
  till.answer('reports.day', () => ok(aDay({ day: '2026-03-28', open: [], totals })));
  await button('Previous day').click();
  await expect.element(said('₸1,095.00 must still be given back to customers')).toBeVisible();
  expect(page.getByText(/Nothing of this day is open/).elements()).toEqual([]);
  till.answer('reports.day', () => ok(aDay({ open: [], totals: { ...totals, toRefund: '0.00' } })));
  await button('Next day').click();
  await expect.element(said(/Nothing of this day is open/)).toBeVisible();
});
