import { compare, isPositive } from '../../shared/money.ts';
import type { SetupDraft, Step } from './setup-draft.ts';

const TOKEN = /^[0-9a-fA-F]{32}$/;
const PIN = /^\d{4,8}$/;

/** What is wrong with one field of the set-up: the name of its text. */
export type Fault =
  | 'shop.nameMissing'
  | 'shop.currencyMissing'
  | 'shop.timeZoneMissing'
  | 'token.wrongShape'
  | 'manager.nameMissing'
  | 'manager.pinShape'
  | 'manager.pinDiffers'
  | 'prices.rateInvalid'
  | 'prices.markupInvalid'
  | 'prices.roundToInvalid';

/** A field of the draft; a rate by its currency ("rate USD"). */
export type Faults = Partial<Record<Exclude<keyof SetupDraft, 'rates'> | `rate ${string}`, Fault>>;

/** Every fault of one step; a step without any may be left forwards. */
export function faultsOf(step: Step, draft: SetupDraft): Faults {
  switch (step) {
    case 'language':
      return {};
    case 'shop':
      return {
        ...(draft.shopName.trim() === '' && { shopName: 'shop.nameMissing' }),
        ...(draft.currency === null && { currency: 'shop.currencyMissing' }),
        ...(draft.timeZone === null && { timeZone: 'shop.timeZoneMissing' }),
      };
    case 'token':
      return { ...(!isToken(draft.token) && { token: 'token.wrongShape' }) };
    case 'manager':
      return {
        ...(draft.managerName.trim() === '' && { managerName: 'manager.nameMissing' }),
        ...pinFaults(draft.pin, draft.pinAgain),
      };
    case 'prices':
      return priceFaults(draft);
  }
}

export const isToken = (text: string): boolean => TOKEN.test(text.trim());

/** A new PIN and its repetition. */
export function pinFaults(pin: string, pinAgain: string): Pick<Faults, 'pin' | 'pinAgain'> {
  if (!PIN.test(pin)) return { pin: 'manager.pinShape' };
  return pin === pinAgain ? {} : { pinAgain: 'manager.pinDiffers' };
}

function priceFaults({ rates, markupPercent, roundTo }: SetupDraft): Faults {
  const faults: Faults = {};
  for (const [currency, rate] of Object.entries(rates)) {
    if (rate !== '' && !isPositive(rate)) faults[`rate ${currency}`] = 'prices.rateInvalid';
  }
  const markup = markupPercent || '0';
  if (compare(markup, '-99') < 0 || compare(markup, '1000') > 0)
    faults.markupPercent = 'prices.markupInvalid';
  if (roundTo !== '' && !isPositive(roundTo)) faults.roundTo = 'prices.roundToInvalid';
  return faults;
}
