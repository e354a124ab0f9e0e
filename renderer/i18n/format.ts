import { currencyDigits, type Decimal } from '../../shared/money.ts';
import type { Language } from '../../shared/people.ts';

/** Amounts and times as this shop reads them. */
export interface Format {
  language: Language;
  /** "₸12,500.00". Exact: the digits of the decimal string, never a float. */
  money(amount: Decimal, currency: string): string;
  /** An amount in the shop's currency. */
  price(amount: Decimal): string;
  /** "12,500.5": an amount whose currency stands elsewhere. */
  number(amount: Decimal): string;
  /** "29 Mar 2026, 14:05", in the shop's time zone. */
  dateTime(iso: string): string;
  /** "29 March 2026", of a business day ("2026-03-29") or a moment. */
  date(iso: string): string;
  /** "14:05". */
  time(iso: string): string;
  /** "3 minutes ago", "in 20 seconds", measured from `now`. */
  ago(iso: string, now: number): string;
}

const LOCALES = { en: 'en-GB', ru: 'ru-RU' } as const satisfies Record<Language, string>;
const BUSINESS_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Before the set-up there is no shop: times are then in the computer's zone, and prices have no currency. */
export function createFormat(
  language: Language,
  shop?: { timeZone: string; currency: string } | null,
): Format {
  const locale = LOCALES[language];
  const zone = shop ? { timeZone: shop.timeZone } : {};
  // Each is made when it is first needed: Intl reads its tables for every one, and a start needs hardly any.
  const dateTime = once(
    () => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...zone }),
  );
  const date = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'long', ...zone }));
  const calendarDay = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }));
  const time = once(() => new Intl.DateTimeFormat(locale, { timeStyle: 'short', ...zone }));
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const plain = once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 18 }));
  const moneyFormats = new Map<string, Intl.NumberFormat>();

  function moneyFormat(currency: string, digits: number): Intl.NumberFormat {
    const key = `${currency} ${digits}`;
    const known = moneyFormats.get(key);
    if (known) return known;
    const made = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    moneyFormats.set(key, made);
    return made;
  }

  function money(amount: Decimal, currency: string): string {
    const digits = Math.max(currencyDigits(currency), fractionDigits(amount));
    return moneyFormat(currency, digits).format(exact(amount));
  }

  const number = (amount: Decimal) => plain().format(exact(amount));

  return {
    language,
    money,
    price: amount => (shop ? money(amount, shop.currency) : number(amount)),
    number,
    dateTime: iso => dateTime().format(new Date(iso)),
    date: iso => (BUSINESS_DAY.test(iso) ? calendarDay() : date()).format(new Date(iso)),
    time: iso => time().format(new Date(iso)),
    ago(iso, now) {
      const { value, unit } = distance((new Date(iso).getTime() - now) / 1000);
      return relative().format(value, unit);
    },
  };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Intl reads a string of digits exactly; its type only admits it in this form. */
const exact = (amount: Decimal) => amount as `${number}`;

const fractionDigits = (amount: Decimal): number => (amount.split('.')[1] ?? '').replace(/0+$/, '').length;

function distance(seconds: number): { value: number; unit: 'second' | 'minute' | 'hour' | 'day' } {
  const size = Math.abs(seconds);
  if (size < 60) return { value: Math.round(seconds), unit: 'second' };
  if (size < 3600) return { value: Math.round(seconds / 60), unit: 'minute' };
  if (size < 86_400) return { value: Math.round(seconds / 3600), unit: 'hour' };
  return { value: Math.round(seconds / 86_400), unit: 'day' };
}
