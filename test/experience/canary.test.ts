import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { contract, type Method } from '../../shared/contract.ts';
import { filesIn } from '../setup/a-fresh-till.ts';
import { isCompleted, openTestTill, TEST_OFFER, type TestTill } from '../support/test-till.ts';

const TOKEN = 'c0ffee11c0ffee22c0ffee33c0ffee44';
const NEW_TOKEN = 'decade55decade66decade77decade88';
const MANAGEMENT = 'eyJjYW5hcnkiOnRydWV9.management.canary';
const PIN = '86429753';
const WRONG_PIN = '97538642';

let till: TestTill;
let paper: string;
afterEach(async () => {
  await till?.stop();
  rmSync(paper, { recursive: true, force: true });
});

/** What a text looks like wherever someone may have written it. */
const disguises = (text: string): Buffer[] => [
  Buffer.from(text),
  Buffer.from(text, 'utf16le'),
  Buffer.from(text.toUpperCase()),
  Buffer.from(Buffer.from(text).toString('base64').replace(/=+$/, '')),
  Buffer.from(Buffer.from(text).toString('hex')),
];
const holds = (bytes: Buffer, text: string): boolean => disguises(text).some(form => bytes.includes(form));

function onDisk(secrets: string[]): string[] {
  return filesIn(till.folder).flatMap(file => {
    const bytes = readFileSync(file);
    return secrets.filter(secret => holds(bytes, secret)).map(secret => `${secret} in ${file}`);
  });
}

it('token and PIN are found nowhere, and a key only where it was asked for and on paper', async () => {
  paper = mkdtempSync(join(tmpdir(), 'keytill-paper-'));
  const printer = join(paper, 'out');
  till = await openTestTill({
    sandbox: { token: TOKEN, managementToken: MANAGEMENT },
    printer: `file:${printer}`,
    settings: { autoPrint: true },
  });
  const { sandbox } = till;
  const answers: { method: Method; text: string }[] = [];
  /** Whatever comes of it is kept: errors talk too. */
  const ask = async (method: Method, input: unknown): Promise<void> => {
    answers.push({ method, text: JSON.stringify(await till.terminal.call(method, input)) });
  };
  const bought = async (sold: ReturnType<TestTill['sell']>): Promise<string> => {
    const { orders } = await sold;
    const { id } = await till.until(orders[0]?.id ?? '', isCompleted);
    return id;
  };

  // People, and guesses.
  const { staff } = await till.call('staff.save', { name: 'Timur', role: 'cashier', pin: PIN });
  await ask('session.signIn', { staffId: staff.id, pin: WRONG_PIN });
  await ask('session.signIn', { staffId: staff.id, pin: `${PIN}x` });
  await ask('session.signIn', { staffId: staff.id, pin: PIN });
  await ask('staff.save', { name: 'Eve', role: 'manager', pin: PIN });
  await till.signIn();

  // Sales, and a partner that repeats what it should not.
  const first = await bought(till.sell(1001));
  const second = await bought(till.sell(TEST_OFFER));
  sandbox.plans.next({ plan: { outcome: 'CANCELED', message: `not for token ${TOKEN}` } });
  const { orders: doomed } = await till.sell(1001);
  await till.until(doomed[0]?.id ?? '', ({ state }) => state === 'canceled');
  sandbox.faults.set({ kind: 'truncated', calls: ['create-order'], times: 1 });
  const third = await bought(till.sell(1001));

  // Tokens that are refused, changed and forgotten.
  await ask('settings.save', { token: NEW_TOKEN });
  await ask('settings.save', { managementToken: MANAGEMENT });
  sandbox.setTokens({ shop: NEW_TOKEN });
  await ask('settings.save', { token: NEW_TOKEN });
  await ask('settings.save', { token: `${TOKEN}0` });
  await ask('setup.complete', { token: TOKEN });
  await ask('setup.recover', { token: TOKEN, manager: { staffId: staff.id, pin: PIN } });
  await ask('balance.transactions', {});
  await till.restart();
  await till.signIn();
  const fourth = await bought(till.sell(TEST_OFFER));

  const ids = [first, second, third, fourth];
  const keys = ids.map(id => sandbox.ledger.order(id)?.key ?? '');
  expect(keys.every(key => key.length > 5)).toBe(true);
  for (const [index, id] of ids.entries()) {
    expect(await till.call('orders.revealKey', { orderId: id })).toEqual({ key: keys[index] });
    await ask('orders.get', { orderId: id });
    await ask('orders.reprint', { orderId: id });
  }
  const { sales } = await till.call('sales.list', {});
  for (const { id } of sales) {
    await ask('sales.get', { saleId: id });
    await ask('printer.preview', { saleId: id });
    await ask('printer.printSale', { saleId: id });
  }
  const changes: Method[] = ['session.signOut', 'orders.revealKey', 'printer.discard', 'printer.list'];
  const methods = (Object.keys(contract) as Method[]).filter(method => !changes.includes(method));
  for (const method of methods) await ask(method, {});
  // The till's three minutes are less than a second here: on a busy machine a key waits until somebody asks for it again.
  const areAllPrinted = async () => {
    await till.call('printer.retry', {});
    return keys.every(key => holds(readFileSync(printer), key));
  };
  await expect.poll(areAllPrinted, { timeout: 10_000 }).toBe(true);

  const secrets = [TOKEN, NEW_TOKEN, MANAGEMENT, PIN, WRONG_PIN];
  const found = onDisk(['PUBG MOBILE GIFT', ...secrets, ...keys]);
  expect(found.filter(text => !text.startsWith('PUBG MOBILE GIFT'))).toEqual([]);
  expect(found).not.toEqual([]);
  const said = answers.filter(({ text }) => [...secrets, ...keys].some(secret => text.includes(secret)));
  expect(said).toEqual([]);
  const told = Buffer.from(JSON.stringify(till.events) + till.log.join());
  expect([...secrets, ...keys].filter(secret => holds(told, secret))).toEqual([]);
  expect(secrets.filter(secret => holds(readFileSync(printer), secret))).toEqual([]);

  // The audit and the report are long enough to have been worth looking at.
  expect(answers.find(({ method }) => method === 'audit.list')?.text).toContain('key.shown');
  expect(JSON.stringify(till.events)).toContain('[removed]');
  await till.restart();
  expect(onDisk([...secrets, ...keys])).toEqual([]);
});
