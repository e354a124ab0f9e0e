import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { CrashBoundary } from '../../../renderer/shell/crash-boundary.tsx';
import { FakeTill, ok, refused } from '../../support/fake-till.ts';
import { aStatus } from '../../support/fixtures.ts';
import { render } from '../../support/render.tsx';

const fileGone = new TypeError('Failed to fetch dynamically imported module: http://127.0.0.1/orders-1.js');
const openAgain = () => page.getByRole('button', { name: 'Open again' }).click();

function Screen({ state }: { state: { fault?: Error } }) {
  if (state.fault) throw state.fault;
  return <h1>Orders</h1>;
}

/** A screen that stops with `fault` until it is mended. */
async function crashed(fault: Error, till: FakeTill) {
  const reload = vi.fn();
  const state: { fault?: Error } = { fault };
  render(
    <CrashBoundary reload={reload}>
      <Screen state={state} />
    </CrashBoundary>,
    { as: 'page', bridge: till },
  );
  await expect.element(page.getByText('This screen has stopped')).toBeVisible();
  return { reload, mend: () => delete state.fault };
}

const answering = () => new FakeTill().answer('terminal.status', () => ok(aStatus()));

test('a screen that stopped once is opened again where it was', async () => {
  const { reload, mend } = await crashed(new Error('broken'), answering());
  mend();
  await openAgain();
  await expect.element(page.getByRole('heading', { name: 'Orders' })).toBeVisible();
  expect(reload).not.toHaveBeenCalled();
});

test('a screen that stops a second time loads the page again', async () => {
  const { reload } = await crashed(new Error('broken'), answering());
  await openAgain();
  expect(reload).not.toHaveBeenCalled();
  await openAgain();
  await expect.poll(() => reload.mock.calls.length).toBe(1);
});

test('a screen whose file went with an update loads the page again at once', async () => {
  const { reload } = await crashed(fileGone, answering());
  await openAgain();
  await expect.poll(() => reload.mock.calls.length).toBe(1);
});

test('while the till does not answer, the page is kept', async () => {
  const till = new FakeTill().answer('terminal.status', () => refused('till_unreachable'));
  const { reload, mend } = await crashed(fileGone, till);
  mend();
  await openAgain();
  await expect.element(page.getByRole('heading', { name: 'Orders' })).toBeVisible();
  expect(reload).not.toHaveBeenCalled();
});
