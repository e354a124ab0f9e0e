import type { Input } from '../../shared/contract.ts';
import type { Decimal } from '../../shared/money.ts';
import type { Language } from '../../shared/people.ts';
import { ownTimeZone } from './places-and-money.ts';

/** Everything the set-up asks, as far as it has been answered. */
export interface SetupDraft {
  language: Language;
  shopName: string;
  currency: string | null;
  timeZone: string | null;
  dayStartsAt: string;
  token: string;
  managerName: string;
  pin: string;
  pinAgain: string;
  /** By currency of cost; '' where the shop has not said. */
  rates: Record<string, Decimal | ''>;
  markupPercent: Decimal | '';
  /** '' until chosen: then what is usual for the shop's currency. */
  roundTo: Decimal | '';
}

export function emptyDraft(language: Language): SetupDraft {
  return {
    language,
    shopName: '',
    currency: null,
    timeZone: ownTimeZone(),
    dayStartsAt: '04:00',
    token: '',
    managerName: '',
    pin: '',
    pinAgain: '',
    rates: {},
    markupPercent: '10',
    roundTo: '',
  };
}

/** What may stay on the screen once the till has stored it: the window has no more business with the rest. */
export const withoutSecrets = (draft: SetupDraft): SetupDraft => ({
  ...draft,
  token: '',
  pin: '',
  pinAgain: '',
});

export const STEPS = ['language', 'shop', 'token', 'manager', 'prices'] as const;
export type Step = (typeof STEPS)[number];

/** Where the partner's costs usually are; a currency not named here gets its rate under Manager. */
const COST_CURRENCIES = ['USD', 'EUR', 'RUB', 'KZT', 'TRY'];

export function costCurrencies(shopCurrency: string | null): string[] {
  return COST_CURRENCIES.filter(currency => currency !== shopCurrency).slice(0, 4);
}

/** A step that people of this currency are used to in prices. */
const USUAL_STEPS: Record<string, Decimal> = {
  KZT: '5',
  RUB: '5',
  KGS: '5',
  UZS: '500',
  AMD: '50',
  JPY: '10',
};

export function usualStep(shopCurrency: string | null): Decimal {
  return USUAL_STEPS[shopCurrency ?? ''] ?? '0.1';
}

/** What `setup.complete` is asked with, once every step is without a fault. */
export function completeInput(draft: SetupDraft): Input<'setup.complete'> {
  const { language, currency, timeZone } = draft;
  const rates = Object.entries(draft.rates).filter(([, rate]) => rate !== '');
  return {
    language,
    shop: {
      name: draft.shopName.trim(),
      currency: currency ?? '',
      timeZone: timeZone ?? '',
      dayStartsAt: draft.dayStartsAt,
    },
    token: draft.token.trim(),
    manager: { name: draft.managerName.trim(), pin: draft.pin },
    rates: Object.fromEntries(rates.filter(([rateOf]) => rateOf !== currency)),
    markupPercent: draft.markupPercent || '0',
    roundTo: draft.roundTo || usualStep(currency),
  };
}
