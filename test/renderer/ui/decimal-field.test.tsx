import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { MoneyField } from '../../../renderer/ui/money-field.tsx';
import { render } from '../../support/render.tsx';

function Paying() {
  const [amount, setAmount] = useState('');
  return (
    <>
      <MoneyField label="Cash received" currency="KZT" value={amount} onChange={setAmount} />
      <p>Amount: {amount}</p>
      <button type="button" onClick={() => setAmount('5180.50')}>
        Exact
      </button>
    </>
  );
}

const field = () => page.getByLabelText('Cash received');
const refusal = () => page.getByText('Not taken: only digits, at most 9, and 2 after the point.');
const amount = () => page.getByText(/^Amount:/);

test('what is typed with a comma is the exact amount with a point', async () => {
  render(<Paying />);
  await field().click();
  await userEvent.keyboard('12500,5');
  await expect.element(amount()).toHaveTextContent('Amount: 12500.5');
  await expect.element(field()).toHaveValue('12500,5');
});

test('letters and a scanned barcode change nothing, and the field says what it takes', async () => {
  render(<Paying />);
  await field().click();
  await userEvent.keyboard('12a');
  await expect.element(field()).toHaveValue('12');
  await expect.element(refusal()).toBeVisible();
  await userEvent.keyboard('5');
  await expect.element(field()).toHaveValue('125');
  expect(refusal().elements()).toEqual([]);
  await field().fill('4607034378905');
  await expect.element(amount()).toHaveTextContent('Amount: 125');
  await expect.element(refusal()).toBeVisible();
});

test('a third digit after the point is refused in words, which go when the field is left', async () => {
  render(<Paying />);
  await field().click();
  await userEvent.keyboard('7,255');
  await expect.element(field()).toHaveValue('7,25');
  await expect.element(refusal()).toBeVisible();
  await userEvent.keyboard('{Tab}');
  await expect.element(refusal()).not.toBeInTheDocument();
});

test('an amount set by a button replaces what was typed', async () => {
  render(<Paying />);
  await field().fill('12');
  await page.getByRole('button', { name: 'Exact' }).click();
  await expect.element(field()).toHaveValue('5180.50');
});

test('in Russian an amount has its comma, and is the same amount', async () => {
  render(<Paying />, { language: 'ru' });
  await page.getByRole('button', { name: 'Exact' }).click();
  await expect.element(field()).toHaveValue('5180,50');
  await expect.element(amount()).toHaveTextContent('Amount: 5180.50');
});

test('neither the wheel nor the arrow keys change an amount', async () => {
  render(<Paying />);
  await field().fill('100');
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  await userEvent.wheel(field(), { delta: { y: 200 } });
  await expect.element(field()).toHaveValue('100');
});
