/** A whole till on real files that sets itself up and sells as its plot says; the shim below it writes down what it does. */
import { openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { systemRandom } from '../../../electron/adapters/system-random.ts';
import { createDispatch } from '../../../electron/dispatch.ts';
import { createHandlers } from '../../../electron/handlers.ts';
import { createMemoryKeychain } from '../../../electron/keychain/memory-keychain.ts';
import { type ClosableHttp, createUndiciHttp } from '../../../electron/partner/undici-http.ts';
import { buildParts, type Parts } from '../../../electron/parts.ts';
import { openStore } from '../../../electron/store/open.ts';
import type { Input, Method, Output } from '../../../shared/contract.ts';
import type { OfferId } from '../../../shared/offer-id.ts';
import { fastClock } from '../../support/fast-clock.ts';
import { WITHOUT_RESTORE } from '../../support/test-till.ts';
import { DATA_KEY, MARKS, type Mark, PAPER, type Plot, TILL } from './plot.ts';

const PIN = '2468';
const TIMES_AS_FAST = 20;
const LONGEST_WAIT_MS = 20_000;

const plot: Plot = JSON.parse(process.argv[2] ?? '');
const marks = openSync(join(plot.root, MARKS), 'a');
const mark = (made: Mark): void => void writeSync(marks, `${JSON.stringify(made)}\n`);
const keychain = createMemoryKeychain({ 'data-key': DATA_KEY });
const clock = fastClock(TIMES_AS_FAST);

function markingHttp(): ClosableHttp {
  const http = createUndiciHttp({ clock: systemClock, limits: { perSecond: 10_000 } });
  return {
    close: http.close,
    request(request) {
      if (request.url.endsWith('/create-order')) {
        mark({ is: 'requested', orderId: JSON.parse(request.body ?? '{}').transactionId });
      }
      return http.request(request);
    },
  };
}

const loosen = ({ db }: Parts): void => void db.pragma(`synchronous = ${plot.synchronous}`);

interface OpenTill {
  parts: Parts;
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>;
}

async function open(): Promise<OpenTill> {
  const note = (details: object, message: string) => console.error(message, JSON.stringify(details));
  const folder = join(plot.root, TILL);
  const parts = buildParts(
    {
      folder,
      partner: plot.partner,
      aggregator: plot.partner,
      keychain,
      printer: `file:${join(plot.root, PAPER, 'receipts')}`,
      isDemo: false,
      ...WITHOUT_RESTORE,
      clock,
      random: systemRandom,
      http: markingHttp(),
      log: { warn: note, error: note },
    },
    openStore(join(folder, 'keytill.db')),
  );
  parts.db.pragma(`wal_autocheckpoint = ${plot.checkpointAfter}`);
  if (plot.synchronous && parts.settings.find()) loosen(parts);
  await parts.secrets.load();
  const dispatch = createDispatch({
    handlers: createHandlers(parts),
    session: parts.session,
    storageProblem: parts.storage.heard,
    unexpected: (error, method) => note({ error: String(error) }, method),
  });
  parts.begin();
  return {
    parts,
    async call(method, input) {
      const answer = await dispatch(method, input);
      if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.error)}`);
      return answer.value as Output<typeof method>;
    },
  };
}

async function until(isSo: () => boolean, what: string): Promise<void> {
  const deadline = performance.now() + LONGEST_WAIT_MS;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`still not ${what}`);
    await new Promise(resolve => setTimeout(resolve, 2));
  }
}

async function sell({ parts, call }: OpenTill, offerId: OfferId, quantity: number): Promise<void> {
  const attemptId = crypto.randomUUID();
  const { offer } = await call('catalogue.get', { offerId });
  mark({ is: 'charging', attemptId });
  const { orders } = await call('sales.charge', {
    attemptId,
    lines: [{ offerId, quantity, price: offer.price ?? '0' }],
    payment: { method: 'cash' },
  });
  mark({ is: 'charged', attemptId, orders: orders.map(({ id }) => id) });
  await Promise.all(orders.map(({ id }) => settle(parts, call, id)));
  await until(() => parts.printQueue.status().waiting === 0, 'printed');
}

async function settle(parts: Parts, call: OpenTill['call'], orderId: string): Promise<void> {
  const state = () => parts.orders.get(orderId).state;
  await until(() => ['completed', 'canceled'].includes(state()), 'settled');
  if (state() === 'canceled') {
    await call('sales.refund', { orderId });
    mark({ is: 'given_back', orderId });
    return;
  }
  mark({ is: 'completed', orderId });
  if (!plot.looks) return;
  const { key } = await call('orders.revealKey', { orderId });
  mark({ is: 'shown', orderId, key });
}

let till = await open();
const { staff } = await till.call('setup.complete', {
  language: 'en',
  shop: { name: 'Player One', currency: 'KZT', timeZone: 'Asia/Almaty', dayStartsAt: '04:00' },
  token: plot.token,
  manager: { name: 'Mira', pin: PIN },
  rates: { USD: '470.00', KZT: '1', RUB: '5', EUR: '510', TRY: '14' },
  markupPercent: '8',
});
mark({ is: 'set_up' });
if (plot.synchronous) loosen(till.parts);
await till.call('session.signIn', { staffId: staff.id, pin: PIN });
await till.call('settings.save', { autoPrint: plot.prints });
await till.call('catalogue.import', { offerIds: '999, 1001' });

for (let sale = 1; sale <= plot.sales; sale++) {
  // Once in the middle it is stopped as a person stops it, and started again.
  if (sale === Math.ceil(plot.sales / 2)) {
    await till.parts.stop();
    till = await open();
    await till.call('session.signIn', { staffId: staff.id, pin: PIN });
  }
  await sell(till, sale % 3 === 0 ? 1001 : 999, sale % 4 === 0 ? 3 : 1);
  await new Promise(resolve => setTimeout(resolve, plot.restMs));
}
process.exit(0);
