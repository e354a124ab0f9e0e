import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from '../../../renderer/ui/button.tsx';
import { Dialog } from '../../../renderer/ui/dialog.tsx';
import { useToast } from '../../../renderer/ui/toast.tsx';
import { expectAccessible, expectTouchTargets } from '../../support/accessibility.ts';
import { render } from '../../support/render.tsx';

function Asking() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <h1>Orders</h1>
      <Button onPress={() => setOpen(true)}>Cancel order</Button>
      <Dialog
        title="Cancel this order?"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        footer={<Button look="danger">Yes, cancel it</Button>}
      >
        The customer gets the money back.
      </Dialog>
    </>
  );
}

const dialog = () => page.getByRole('dialog', { name: 'Cancel this order?' });
const open = () => page.getByRole('button', { name: 'Cancel order' }).click();

test('takes the focus, and gives it back to the button that opened it', async () => {
  render(<Asking />);
  await open();
  await expect.element(dialog()).toBeVisible();
  expect(dialog().element().contains(document.activeElement)).toBe(true);
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog()).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Cancel order' })).toHaveFocus();
});

test('closes by its cross', async () => {
  render(<Asking />);
  await open();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect.element(dialog()).not.toBeInTheDocument();
});

describe.each(['light', 'dark'] as const)('in the %s theme', theme => {
  test('is accessible', async () => {
    render(<Asking />, { theme });
    await open();
    await expect.element(dialog()).toBeVisible();
    await expectAccessible();
    expectTouchTargets(document.body);
  });
});

function LanguageSaver() {
  const toast = useToast();
  const { i18n } = useTranslation();
  const save = () => {
    toast('good', 'common:save');
    void i18n.changeLanguage('ru');
  };
  return <Button onPress={save}>Go</Button>;
}

test('what is said in passing follows the language that was just saved', async () => {
  render(<LanguageSaver />);
  await page.getByRole('button', { name: 'Go' }).click();
  await expect.element(page.getByText('Сохранить')).toBeVisible();
});
