import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { TillScreen } from '../../../renderer/till/till-screen.tsx';
import { render } from '../../support/render.tsx';
import { Counter } from './counter.ts';
import { button, sale, searchBox } from './steps.ts';

test('a whole sale needs no mouse, and mostly Enter', async () => {
  const counter = new Counter();
  render(<TillScreen />, { bridge: counter });
  await expect.element(searchBox()).toHaveFocus();

  await userEvent.keyboard('steam us{Enter}');
  await expect.element(button(/Steam US 10 USD/)).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Add to sale')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(sale()).toMatchTextContent('Steam US 10 USD');

  await expect.element(searchBox()).toHaveFocus();
  await userEvent.keyboard('2001{Enter}');
  await expect.element(page.getByLabelText('Player ID')).toHaveFocus();
  await userEvent.keyboard('5566{Enter}');
  await expect.element(button('Add to sale')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(sale()).toMatchTextContent('NightOwl');

  await expect.element(searchBox()).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByLabelText('Cash received')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByLabelText('Cash received')).toHaveValue('7580');
  await userEvent.keyboard('{Enter}');

  await expect.element(button('New sale')).toBeVisible();
  expect(counter.inputsOf('sales.charge')).toMatchObject([
    { lines: [{ offerId: 1001 }, { offerId: 2001, player: { id: '5566' } }], payment: { method: 'cash' } },
  ]);
});

test('arrow keys go from the search to what was found, and through it', async () => {
  render(<TillScreen />, { bridge: new Counter() });
  await expect.element(searchBox()).toHaveFocus();
  await userEvent.keyboard('steam turkey');
  await expect.element(button(/Steam Turkey 5 USD/)).toBeVisible();
  await userEvent.keyboard('{ArrowDown}{ArrowRight}');
  await expect.element(button(/Steam Turkey 10 USD/)).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: 'Steam Turkey 10 USD' })).toBeVisible();
});

test('Enter with a choice of results puts the focus on the first, and takes none', async () => {
  render(<TillScreen />, { bridge: new Counter() });
  await expect.element(searchBox()).toHaveFocus();
  await userEvent.keyboard('turkey{Enter}');
  await expect.poll(() => document.activeElement?.closest('[data-results]')).not.toBeNull();
  await expect.element(sale()).toMatchTextContent('Nothing in the sale yet');
});

test('Escape leads from the payment back to the shelf, with the basket as it was', async () => {
  render(<TillScreen />, { bridge: new Counter() });
  await expect.element(searchBox()).toHaveFocus();
  await userEvent.keyboard('1001{Enter}');
  await expect.element(button('Add to sale')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(searchBox()).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByLabelText('Cash received')).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(searchBox()).toHaveFocus();
  await expect.element(sale()).toMatchTextContent('Steam US 10 USD');
});
