import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';

export const searchBox = () => page.getByRole('searchbox', { name: 'Search products' });
export const button = (name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
export const sale = () => page.getByRole('region', { name: 'Sale', exact: true });
export const orders = () => page.getByRole('region', { name: 'Orders', exact: true });

/** As a scanner does it: the code, and Enter. */
export async function scan(code: string): Promise<void> {
  await userEvent.keyboard(`${code}{Enter}`);
}

/** Where the way there is not what a test is about: many times quicker than the mouse. */
async function press(name: string): Promise<void> {
  const found = await button(name).findElement();
  if (found instanceof HTMLElement) found.click();
}

/** A key in the sale and the payment open. */
export async function payForAKey(): Promise<void> {
  await expect.element(searchBox()).toHaveFocus();
  await searchBox().fill('1001');
  await userEvent.keyboard('{Enter}');
  await press('Add to sale');
  await expect.element(sale().getByText('Steam US 10 USD')).toBeVisible();
  await press('Pay');
  await expect.element(page.getByLabelText('Cash received')).toHaveFocus();
}

/** A key sold for exactly its price in cash. */
export async function sellAKey(): Promise<void> {
  await payForAKey();
  await press('Complete sale');
  await expect.element(button('New sale')).toBeVisible();
}
