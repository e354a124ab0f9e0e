import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { expectAccessible, expectTouchTargets } from '../../support/accessibility.ts';
import { settled } from '../../support/settled.ts';
import { managerTill } from './manager-till.ts';
import { button, dialog, openManager, said } from './open-manager.tsx';

/** Each section, and something in it that shows it is all there. */
const SECTIONS = [
  ['Day', () => said('By state').first()],
  ['Catalogue', () => button('Hide Xbox Game Pass Ultimate, 3 months')],
  ['Prices', () => said('1 TRY =')],
  ['Staff', () => button('Edit Timur')],
  ['Settings', () => said('How the receipt will look')],
  ['Balance', () => said('Bank transfer')],
  ['Audit', () => said('Decided: Try again')],
  ['Backups', () => button('Restore, 29 Mar 2026, 09:00')],
] as const;

describe.each(['light', 'dark'] as const)('in the %s', theme => {
  test.each(SECTIONS)('%s satisfies WCAG and can be pressed with a finger', async (tab, there) => {
    const { container } = await openManager(tab, managerTill(), { theme });
    await expect.element(there()).toBeInTheDocument();
    await settled();
    await expectAccessible();
    expectTouchTargets(container);
  });

  test.each([
    ['Catalogue', 'Import by ID'],
    ['Catalogue', 'Price of Steam Wallet code, 20 USD'],
    ['Staff', 'Add a person'],
    ['Settings', 'Replace: Shop token'],
    ['Backups', 'Restore, 29 Mar 2026, 09:00'],
  ])('%s, %s: the dialog satisfies WCAG and can be pressed with a finger', async (tab, opener) => {
    await openManager(tab, managerTill(), { theme });
    await button(opener).click();
    await expect.element(dialog()).toBeVisible();
    await settled();
    await expectAccessible();
    expectTouchTargets(dialog().element());
  });
});

test('arrow keys go from section to section', async () => {
  await openManager('Day');
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
  await expect.element(page.getByRole('tab', { name: 'Staff' })).toHaveFocus();
  await expect.element(button('Add a person')).toBeVisible();
});

test.each(['en', 'ru'] as const)(
  'in %s the sections stand in one row, also what is remarked of two',
  async language => {
    await openManager(language === 'en' ? 'Settings' : 'Настройки', managerTill(), { language });
    await page.getByRole('radio', { name: language === 'en' ? 'Dark' : 'Тёмная' }).click();
    await page.getByRole('tab', { name: language === 'en' ? 'Prices' : 'Цены' }).click();
    await page.getByLabelText(language === 'en' ? 'Markup' : 'Наценка').fill('9');
    await page.getByRole('tab', { name: language === 'en' ? 'Day' : 'День' }).click();
    const remarked =
      language === 'en'
        ? ['Prices · unsaved', 'Settings · unsaved']
        : ['Цены · не сохранено', 'Настройки · не сохранено'];
    for (const name of remarked) await expect.element(page.getByRole('tab', { name })).toBeVisible();
    const tabs = page
      .getByRole('tab')
      .elements()
      .map(tab => tab.getBoundingClientRect());
    expect(new Set(tabs.map(({ top, bottom }) => `${top}-${bottom}`)).size).toBe(1);
    const list = page.getByRole('tablist').element();
    expect(list.scrollWidth).toBe(list.clientWidth);
  },
);

test.each([
  ['День', 'Где сейчас полученные деньги'],
  ['Каталог', 'Нет курса TRY'],
  ['Цены', 'Покупатель платит'],
  ['Персонал', 'Добавить человека'],
  ['Настройки', 'Доступ к партнёру'],
  ['Баланс', 'Счёт у партнёра'],
  ['Журнал', 'Что сделано и кем'],
])('%s speaks Russian', async (tab, words) => {
  await openManager(tab, managerTill(), { language: 'ru' });
  await expect.element(said(words).first()).toBeInTheDocument();
});
