import type { Input, Method, Output } from '../shared/contract.ts';
import { DEMO_SECRETS } from './demo-secrets.ts';
import type { Till } from './hosts/till.ts';

export const DEMO_MANAGER_PIN = '4728';

const CASHIERS = [
  { name: 'Madina', role: 'cashier', pin: '3951' },
  { name: 'Daniyar', role: 'cashier', pin: '6204' },
] as const;

/** Tenge for one unit of each currency the sandbox has prices in. */
const RATES = {
  USD: '470.00',
  EUR: '545.00',
  GBP: '630.00',
  PLN: '127.00',
  TRY: '11.75',
  RUB: '5.10',
  UAH: '11.30',
  BRL: '85.00',
  INR: '5.40',
  AED: '128.00',
  KZT: '1',
};

/** Sets a fresh till up as a small shop with three people and a whole catalogue; leaves one that is set up as it is. */
export async function seedDemo(till: Till): Promise<void> {
  const { phase } = await ask(till, 'terminal.status', {});
  if (phase !== 'setup') return;
  const { staff } = await ask(till, 'setup.complete', {
    language: 'en',
    shop: { name: 'KeyTill Demo', currency: 'KZT', timeZone: 'Asia/Almaty', dayStartsAt: '04:00' },
    token: DEMO_SECRETS['partner-token'],
    manager: { name: 'Aigerim', pin: DEMO_MANAGER_PIN },
    rates: RATES,
    markupPercent: '8',
    roundTo: '5',
  });
  await ask(till, 'session.signIn', { staffId: staff.id, pin: DEMO_MANAGER_PIN });
  for (const cashier of CASHIERS) await ask(till, 'staff.save', cashier);
  await ask(till, 'catalogue.sync', {});
  await ask(till, 'session.signOut', {});
}

async function ask<M extends Method>(till: Till, method: M, input: Input<M>): Promise<Output<M>> {
  const answer = await till.call(method, input);
  if (!answer.ok) throw new Error(`the demo could not be prepared (${method}): ${answer.error.message}`);
  return answer.value as Output<M>;
}
