import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectAccessible, expectTouchTargets } from '../../support/accessibility.ts';
import { render } from '../../support/render.tsx';
import { Gallery } from './gallery.tsx';

describe.each(['light', 'dark'] as const)('every primitive, %s', theme => {
  test('satisfies WCAG and can be pressed with a finger', async () => {
    const container = render(<Gallery />, { theme });
    await expect.element(page.getByRole('heading', { name: 'Primitives' })).toBeVisible();
    await expectAccessible();
    expectTouchTargets(container);
  });
});

test('a radio is chosen by pressing the control itself', async () => {
  render(<Gallery />);
  await page.getByRole('radio', { name: 'Card' }).click();
  await expect.element(page.getByRole('radio', { name: 'Card' })).toBeChecked();
});

test('a message in passing is heard and can be put away', async () => {
  render(<Gallery />);
  await page.getByRole('button', { name: 'Add to sale' }).click();
  await expect
    .element(page.getByText('Given up. Each receipt can be printed again from its sale.'))
    .toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect
    .element(page.getByText('Given up. Each receipt can be printed again from its sale.'))
    .not.toBeInTheDocument();
});
