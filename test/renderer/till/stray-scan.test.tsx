import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { TillScreen } from '../../../renderer/till/till-screen.tsx';
import { render } from '../../support/render.tsx';
import { Counter } from './counter.ts';
import { button, payForAKey } from './steps.ts';

const cash = () => page.getByLabelText('Cash received');
const reference = () => page.getByLabelText('Card reference');

/** A scanner writes wherever the focus is, a key every five milliseconds by its own clock, however busy the page is. */
async function scanHere(code: string): Promise<void> {
  const from = performance.now();
  for (const [place, key] of [...code, 'Enter'].entries()) {
    const target = document.activeElement ?? document.body;
    const down = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    Object.defineProperty(down, 'timeStamp', { value: from + 5 * place });
    const isFree = target.dispatchEvent(down);
    if (isFree && key !== 'Enter') document.execCommand('insertText', false, key);
    target.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true, cancelable: true }));
    await Promise.resolve();
  }
}

async function paying() {
  const counter = new Counter();
  render(<TillScreen />, { bridge: counter });
  await payForAKey();
  return { charges: () => counter.inputsOf('sales.charge') };
}

test.each(['KT12042', '400638133', '4006381333931'])(
  'a scan of %s into the cash takes no money and leaves what was typed',
  async code => {
    const { charges } = await paying();
    await cash().fill('6');
    await scanHere(code);
    await expect.element(page.getByText(/The scan was ignored/)).toBeVisible();
    await expect.element(cash()).toHaveValue('6');
    await cash().fill('6000');
    await userEvent.keyboard('{Enter}');
    await expect.element(button('New sale')).toBeVisible();
    expect(charges()).toMatchObject([{ payment: { method: 'cash', tendered: '6000' } }]);
  },
);

test('a letter typed by hand is refused in words, a scan is only said to be ignored', async () => {
  const { charges } = await paying();
  const refusal = page.getByText(/Not taken: only digits/);
  await cash().fill('6');
  await userEvent.keyboard('o');
  await expect.element(refusal).toBeVisible();
  await expect.element(cash()).toHaveValue('6');
  await scanHere('KT12042');
  await expect.element(page.getByText(/The scan was ignored/)).toBeVisible();
  expect(refusal.elements()).toEqual([]);
  await expect.element(cash()).toHaveValue('6');
  expect(charges()).toEqual([]);
});

test('a scan onto the button that takes the sale does not press it', async () => {
  const { charges } = await paying();
  const complete = await button('Complete sale').findElement();
  if (complete instanceof HTMLElement) complete.focus();
  await scanHere('4006381333931');
  await expect.element(page.getByText(/The scan was ignored/)).toBeVisible();
  expect(charges()).toEqual([]);
});

test('a scanned slip number stays as the reference, and only a person takes the sale', async () => {
  const { charges } = await paying();
  await page.getByRole('radio', { name: 'Card' }).click();
  await expect.element(reference()).toHaveFocus();
  await scanHere('4006381333931');
  await expect.element(page.getByText(/Scanned as the card reference/)).toBeVisible();
  await expect.element(reference()).toHaveValue('4006381333931');
  await scanHere('5012345678900');
  await expect.element(page.getByText(/The scan was ignored/)).toBeVisible();
  await expect.element(reference()).toHaveValue('4006381333931');
  expect(charges()).toEqual([]);
  await userEvent.keyboard('{Enter}');
  await expect.element(button('New sale')).toBeVisible();
  expect(charges()).toMatchObject([{ payment: { method: 'card', reference: '4006381333931' } }]);
});
