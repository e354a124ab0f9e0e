import type { Decimal } from '../../shared/money.ts';

export interface DecimalLimits {
  /** Most digits after the point. */
  digits: number;
  signed?: boolean | undefined;
}

/** An exact decimal with the point or the comma of whoever reads it. */
export const decimalAsWritten = (value: Decimal | '', language: string): string =>
  language === 'ru' ? value.replace('.', ',') : value;

/** More digits than any amount at a counter, and fewer than a scanned barcode: a stray scan is no price. */
export const MOST_WHOLE_DIGITS = 9;

/**
 * Reads what a person typed, with point or comma, in any language: the exact decimal, '' where there is no number yet
 * ("", "-", "."), `undefined` where it can never become one.
 */
export function decimalFromText(
  text: string,
  { digits, signed = false }: DecimalLimits,
): Decimal | '' | undefined {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.')
    .replace('−', '-');
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(plain);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  if ((sign && !signed) || (digits === 0 && plain.includes('.'))) return undefined;
  const wholeDigits = whole.replace(/^0+/, '');
  if (wholeDigits.length > MOST_WHOLE_DIGITS || fraction.length > digits) return undefined;
  if (whole === '' && fraction === '') return '';
  const number = `${wholeDigits || '0'}${fraction ? `.${fraction}` : ''}`;
  return /[1-9]/.test(number) ? `${sign}${number}` : number;
}
