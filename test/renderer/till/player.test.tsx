import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { TillScreen } from '../../../renderer/till/till-screen.tsx';
import { ok, refused } from '../../support/fake-till.ts';
import { render } from '../../support/render.tsx';
import { Counter, manager } from './counter.ts';
import { pubgTopUp } from './goods.ts';
import { button, sale, scan, searchBox } from './steps.ts';

async function open(counter: Counter, offerId: string): Promise<void> {
  render(<TillScreen />, { bridge: counter });
  await expect.element(searchBox()).toHaveFocus();
  await scan(offerId);
}

const playerId = () => page.getByLabelText('Player ID');

test('a player that is known is shown by name, and the name goes with the sale', async () => {
  const counter = new Counter();
  await open(counter, '2001');
  await expect.element(button('Add to sale')).toBeDisabled();
  await expect.element(playerId()).toHaveFocus();
  await userEvent.keyboard('5566{Enter}');
  await expect.element(page.getByText('NightOwl')).toBeVisible();
  expect(counter.inputsOf('player.check')).toEqual([{ offerId: 2001, playerId: '5566' }]);
  await expect.element(button('Add to sale')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(sale()).toMatchTextContent('NightOwl · 5566');
});

test('editing the id after a check makes the check worthless', async () => {
  await open(new Counter(), '2001');
  await userEvent.keyboard('5566{Enter}');
  await expect.element(page.getByText('NightOwl')).toBeVisible();
  await playerId().fill('5567');
  await expect.element(page.getByText('NightOwl')).not.toBeInTheDocument();
  await expect.element(button('Add to sale')).toBeDisabled();
});

test('an answer about an id that has been edited since is not shown', async () => {
  const counter = new Counter();
  const slow = Promise.withResolvers<void>();
  counter.answer('player.check', async () => {
    await slow.promise;
    return ok({ result: 'valid', nickname: 'SomeoneElse' });
  });
  await open(counter, '2001');
  await userEvent.keyboard('5566{Enter}');
  await userEvent.keyboard('7');
  slow.resolve();
  counter.answer('player.check', () => ok({ result: 'valid', nickname: 'NightOwl' }));
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('NightOwl')).toBeVisible();
  await expect.element(page.getByText('SomeoneElse')).not.toBeInTheDocument();
});

test('a player the partner does not know stops a cashier', async () => {
  const counter = new Counter();
  counter.answer('player.check', () => ok({ result: 'invalid' }));
  await open(counter, '2001');
  await userEvent.keyboard('5566{Enter}');
  await expect.element(page.getByRole('alert')).toMatchTextContent('The partner does not know this player.');
  await expect.element(page.getByRole('alert')).toMatchTextContent('Check the ID with the customer.');
  await expect.element(button('Add to sale')).toBeDisabled();
  await expect.element(button('Sell anyway')).not.toBeInTheDocument();
  await expect.element(playerId()).toHaveFocus();
});

test('a manager may sell to a player the partner does not know, and the line says so', async () => {
  const counter = new Counter({ staff: manager });
  counter.answer('player.check', () => ok({ result: 'invalid' }));
  await open(counter, '2001');
  await userEvent.keyboard('5566{Enter}');
  await button('Sell anyway').click();
  await button('Add to sale').click();
  await expect.element(sale()).toMatchTextContent('Player not known to the partner');
});

test.each([
  ['the partner cannot say', () => ok({ result: 'unavailable' } as const)],
  ['the token is rejected', () => refused('token_rejected')],
])('a check that is not possible, because %s, warns and does not stop', async (_, reply) => {
  const counter = new Counter();
  counter.answer('player.check', reply);
  await open(counter, '2001');
  await userEvent.keyboard('5566{Enter}');
  await expect.element(page.getByText('The player could not be checked now')).toBeVisible();
  await button('Add to sale').click();
  await expect.element(sale()).toMatchTextContent('Player not checked');
});

test('a check that fails inside the till can be made again', async () => {
  const counter = new Counter();
  counter.answer('player.check', () => refused('internal'));
  await open(counter, '2001');
  await userEvent.keyboard('5566{Enter}');
  await expect.element(page.getByRole('alert')).toMatchTextContent('Something went wrong inside the till');
  await expect.element(button('Add to sale')).toBeDisabled();
  counter.answer('player.check', () => ok({ result: 'valid', nickname: 'NightOwl' }));
  await button('Check player').click();
  await expect.element(button('Add to sale')).toBeEnabled();
});

test('where the partner lists the servers one is chosen by name', async () => {
  const counter = new Counter();
  const servers = [
    { id: '2001', name: 'Asia' },
    { id: '2002', name: 'Europe' },
  ];
  counter.answer('player.servers', () => ok({ servers }));
  await open(counter, '2002');
  await userEvent.keyboard('123{Enter}');
  await expect.element(page.getByRole('button', { name: /Server ID/ })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await page.getByRole('option', { name: /Europe/ }).click();
  await button('Check player').click();
  await expect.element(page.getByText('NightOwl')).toBeVisible();
  expect(counter.inputsOf('player.check')).toEqual([{ offerId: 2002, playerId: '123', serverId: '2002' }]);
});

test('where the partner has no list the server is typed', async () => {
  const counter = new Counter();
  await open(counter, '2002');
  await userEvent.keyboard('123{Enter}');
  await expect.element(page.getByLabelText('Server ID')).toHaveFocus();
  await userEvent.keyboard('77{Enter}');
  await expect.element(page.getByText('NightOwl')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(sale()).toMatchTextContent('NightOwl · 123 (77)');
});

const account = () => page.getByLabelText('Telegram username or ID');

test('Stars go to the numeric id of the account, under the name the customer knows', async () => {
  const counter = new Counter();
  await open(counter, 'telegram_stars_500');
  await expect.element(account()).toHaveFocus();
  await userEvent.keyboard('@aigerim{Enter}');
  await expect.element(page.getByText('Aigerim')).toBeVisible();
  await expect.element(button('Add to sale')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(sale()).toMatchTextContent('Aigerim · 777000111');
});

test('an account without an id must first write to the bot, whose code is on the screen', async () => {
  const counter = new Counter();
  counter.answer('player.telegram', () => ok({ valid: true, username: 'aigerim' }));
  await open(counter, 'telegram_stars_500');
  await account().fill('@aigerim');
  await button('Check player').click();
  await expect.element(page.getByRole('alert')).toMatchTextContent('must first write to @gamesdrop_api_bot');
  await expect
    .element(page.getByRole('img', { name: 'Code that opens @gamesdrop_api_bot in Telegram' }))
    .toBeVisible();
  await expect.element(button('Add to sale')).toBeDisabled();
});

test('a name Telegram does not know, and a look-up that fails, both say what to do', async () => {
  const counter = new Counter();
  counter.answer('player.telegram', () => ok({ valid: false, username: 'nobody' }));
  await open(counter, 'telegram_stars_500');
  await account().fill('nobody');
  await button('Check player').click();
  await expect.element(page.getByText('Telegram does not know “nobody”')).toBeVisible();
  counter.answer('player.telegram', () => refused('partner_unreachable'));
  await button('Check player').click();
  await expect.element(page.getByText(/With the numeric Telegram ID/)).toBeVisible();
  await expect.element(button('Add to sale')).toBeDisabled();
});

test('where nobody knows whether the game has servers, one may be given, and none is fine', async () => {
  const counter = new Counter();
  counter.answer('catalogue.search', () => ok({ offers: [{ ...pubgTopUp, mayNeedServer: true }], total: 1 }));
  await open(counter, '2001');
  await userEvent.keyboard('5566{Enter}');
  await expect.element(page.getByText('NightOwl')).toBeVisible();
  await page.getByLabelText('Server ID').fill('2001');
  await expect.element(button('Add to sale')).toBeDisabled();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('NightOwl')).toBeVisible();
  expect(counter.inputsOf('player.check')).toEqual([
    { offerId: 2001, playerId: '5566' },
    { offerId: 2001, playerId: '5566', serverId: '2001' },
  ]);
});
