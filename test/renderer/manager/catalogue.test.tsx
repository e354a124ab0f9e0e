import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ok, refused } from '../../support/fake-till.ts';
import { anOffer, SHELF } from './an-offer.ts';
import { managerTill } from './manager-till.ts';
import { button, dialog, openManager, said } from './open-manager.tsx';

const many = Array.from({ length: 250 }, (_, index) =>
  anOffer({ offerId: 2000 + index, offerName: `Card ${index}` }),
);

describe('bringing offers in', () => {
  test('a sync shows how far it is, and then what it brought', async () => {
    let finish = () => {};
    const till = managerTill().answer(
      'catalogue.sync',
      () =>
        new Promise(resolve => {
          finish = () => resolve(ok({ added: 12, updated: 3, gone: 1, total: 10480 }));
        }),
    );
    await openManager('Catalogue', till);
    await button('Read the whole catalogue').click();
    till.emit({ name: 'catalogue.progress', payload: { running: true, done: 4200, total: 10480 } });
    await expect
      .element(page.getByRole('progressbar', { name: 'Reading the partner’s catalogue' }))
      .toBeVisible();
    await expect.element(said('4200 / 10480')).toBeVisible();
    finish();
    await expect.element(said(/New: 12\. Changed: 3\. No longer sold: 1\. In all: 10480\./)).toBeVisible();
  });

  test('a partner without a whole catalogue leads to the import', async () => {
    const till = managerTill().answer('catalogue.sync', () => refused('sync_unavailable'));
    await openManager('Catalogue', till);
    await button('Read the whole catalogue').click();
    const alert = page.getByRole('alert');
    await expect.element(alert).toMatchTextContent(/Import offers by their IDs instead/);
    await alert.getByRole('button', { name: 'Import by ID' }).click();
    await expect.element(page.getByLabelText('Offer IDs')).toBeVisible();
  });

  test('an import says as it is typed how many offers it names, and what is none', async () => {
    await openManager('Catalogue');
    await button('Import by ID').click();
    await expect.element(button('Import', true)).toBeDisabled();
    await page.getByLabelText('Offer IDs').fill('999, 1001-1050, telegram_stars_100, abc');
    await expect.element(said('52 offers will be asked for.')).toBeVisible();
    await expect.element(said('Not an offer ID: abc')).toBeVisible();
  });

  test('an import names every id that did not work, with its reason', async () => {
    const { till } = await openManager('Catalogue');
    till.answer('catalogue.import', () =>
      ok({
        added: [999],
        failed: [
          { offerId: 1002, code: 'offer_not_found' },
          { offerId: 'abc', code: 'offer_id_invalid' },
          { offerId: 'telegram_stars_3000', code: 'offer_id_invalid' },
        ],
      }),
    );
    await button('Import by ID').click();
    await page.getByLabelText('Offer IDs').fill('999 1002 abc');
    await button('Import', true).click();
    await expect.element(said('1 offer imported · 3 IDs did not work')).toBeVisible();
    const failed = page.getByRole('list', { name: /IDs that did not work/ });
    await expect.element(failed).toMatchTextContent(/1002There is no such offer/);
    await expect.element(failed).toMatchTextContent(/abcThis is not an offer ID/);
    await expect.element(failed).toMatchTextContent(/telegram_stars_30001 to 2500 Stars/);
    expect(till.inputsOf('catalogue.import')).toEqual([{ offerIds: '999 1002 abc' }]);
    await button('Got it').click();
    await expect.element(failed).not.toBeInTheDocument();
  });
});

describe('what is sold', () => {
  test('is searched, the hidden offers too', async () => {
    const { till } = await openManager('Catalogue');
    await expect.element(button('Show PUBG Mobile 660 UC')).toBeVisible();
    await page.getByRole('searchbox', { name: 'Search the catalogue' }).fill('valo');
    await expect.element(said('1 offer').first()).toBeVisible();
    expect(till.inputsOf('catalogue.search').at(-1)).toMatchObject({ query: 'valo', includeHidden: true });
  });

  test('comes page by page, and only what is in sight exists', async () => {
    const { till } = await openManager('Catalogue', managerTill({ offers: many }));
    await expect.element(said(/Card 0$/)).toBeVisible();
    expect(document.querySelectorAll('[data-index]').length).toBeLessThan(40);
    const scroller = document.querySelector('ul[aria-label="Offers"]')?.parentElement;
    await expect
      .poll(() => {
        scroller?.scrollTo(0, scroller.scrollHeight);
        return till.inputsOf('catalogue.search').map(({ offset }) => offset);
      })
      .toEqual([0, 100, 200]);
  });

  test('is hidden from the till and shown again', async () => {
    const { till } = await openManager('Catalogue');
    till.answer('catalogue.save', ({ hidden = false }) => ok({ offer: anOffer({ hidden }) }));
    await button('Hide Steam Wallet code, 20 USD').click();
    await expect.element(said('Steam Wallet code, 20 USD is hidden from the till')).toBeVisible();
    await button('Show Steam Wallet code, 20 USD').click();
    expect(till.inputsOf('catalogue.save').map(({ hidden }) => hidden)).toEqual([true, false]);
  });

  test('gets a price of the manager’s own, with a warning below cost', async () => {
    const { till } = await openManager('Catalogue');
    till.answer('catalogue.save', ({ ownPrice }) =>
      ok({ offer: anOffer({ ownPrice: ownPrice ?? '', price: ownPrice ?? null }) }),
    );
    await button('Price of Steam Wallet code, 20 USD').click();
    const field = dialog().getByRole('textbox', { name: 'Own price' });
    await field.fill('8000');
    await expect.element(said(/less than the offer costs: ₸9,423\.50/)).toBeVisible();
    await field.fill('11000');
    await expect.element(said(/less than the offer costs/)).not.toBeInTheDocument();
    await dialog().getByRole('button', { name: 'Save' }).click();
    await expect.element(said('₸11,000.00')).toBeVisible();
    expect(till.inputsOf('catalogue.save')).toEqual([{ offerId: 1204, ownPrice: '11000' }]);
  });

  test('goes back to the rule', async () => {
    const { till } = await openManager('Catalogue');
    till.answer('catalogue.save', () => ok({ offer: SHELF[2] ?? anOffer() }));
    await button('Price of Telegram Stars 100 Stars').click();
    await button('Use the rule').click();
    await expect
      .poll(() => till.inputsOf('catalogue.save'))
      .toEqual([{ offerId: 'telegram_stars_100', ownPrice: null }]);
  });

  test('without a rate has no price, and leads to the rates', async () => {
    await openManager('Catalogue');
    await expect.element(said('No rate for TRY')).toBeVisible();
    await button('Set a rate').click();
    await expect.element(page.getByRole('textbox', { name: '1 TRY =' })).toBeVisible();
  });

  test('is nothing yet: says how to begin', async () => {
    await openManager('Catalogue', managerTill({ offers: [] }));
    await expect.element(said('The catalogue is empty')).toBeVisible();
  });
});
