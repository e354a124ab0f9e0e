import { compare, type Decimal, roundUpTo } from '../../../shared/money.ts';

/** The notes people pay with, smallest worth offering and largest there is. All of these currencies have 1-2-5 notes. */
const NOTES: Record<string, readonly [smallest: Decimal, largest: Decimal]> = {
  AMD: ['500', '100000'],
  AZN: ['1', '200'],
  BYN: ['5', '500'],
  EUR: ['5', '500'],
  GBP: ['5', '50'],
  GEL: ['5', '200'],
  JPY: ['500', '10000'],
  KGS: ['20', '5000'],
  KZT: ['100', '20000'],
  PLN: ['10', '500'],
  RUB: ['50', '5000'],
  TRY: ['5', '200'],
  UAH: ['10', '1000'],
  USD: ['1', '100'],
  UZS: ['1000', '200000'],
};

const MOST_OFFERED = 5;

/**
 * What a customer is likely to hand over instead of the exact total: the total rounded up to each note, smallest first.
 * In a currency whose notes are not known here, rounded to the steps that fit the total's size.
 */
export function quickCash(total: Decimal, currency: string): Decimal[] {
  const amounts = notesOf(total, currency).map(note => roundUpTo(total, note));
  const above = [...new Set(amounts)].filter(amount => compare(amount, total) > 0).sort(compare);
  return above.slice(-MOST_OFFERED);
}

/**
 * More change than the largest note: nobody hands that over, so it was mistyped, or scanned into the wrong field. Where the
 * notes are not known, none is thought to be more than a hundred times as large as what is paid with it.
 */
export function isImplausibleChange(change: Decimal, total: Decimal, currency: string): boolean {
  const largest = NOTES[currency]?.[1] ?? `1${'0'.repeat(wholeDigits(total) + 1)}`;
  return compare(change, largest) >= 0;
}

const wholeDigits = (amount: Decimal): number => (amount.split('.')[0] ?? '').length;

function notesOf(total: Decimal, currency: string): Decimal[] {
  const digits = wholeDigits(total);
  const [smallest, largest] = NOTES[currency] ?? [
    `1${'0'.repeat(Math.max(0, digits - 2))}`,
    `1${'0'.repeat(digits)}`,
  ];
  const notes: Decimal[] = [];
  for (let zeros = 0; zeros <= largest.length; zeros++) {
    for (const first of ['1', '2', '5']) notes.push(first + '0'.repeat(zeros));
  }
  return notes.filter(note => compare(note, smallest) >= 0 && compare(note, largest) <= 0);
}
