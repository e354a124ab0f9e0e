/** How activation codes look. A link is an image that shows the code, as some brands deliver it. */
export type KeyForm = 'fives' | 'fours' | 'digits' | 'letters' | 'link';

const SYMBOLS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const DIGITS = '0123456789';
/** Odd and no multiple of 5: multiplying by it never maps two numbers to one, in either alphabet. */
const SPREAD = 6_364_136_223_846_793_007n;

/** A code no other `serial` of this seed gets. Digits may begin with zeros. */
export function activationKey(form: KeyForm, serial: number, seed: number): string {
  switch (form) {
    case 'fives':
      return grouped(code(SYMBOLS, 15, serial, seed), 5);
    case 'fours':
      return grouped(code(SYMBOLS, 12, serial, seed), 4);
    case 'digits':
      return code(DIGITS, 12, serial, seed);
    case 'letters':
      return code(SYMBOLS, 16, serial, seed);
    case 'link':
      return `https://codes.sandbox.invalid/${code(SYMBOLS, 20, serial, seed)}.png`;
  }
}

function code(alphabet: string, length: number, serial: number, seed: number): string {
  const base = BigInt(alphabet.length);
  let rest = ((BigInt(serial) + BigInt(seed) * 1_000_003n) * SPREAD) % base ** BigInt(length);
  let text = '';
  for (let index = 0; index < length; index++) {
    text = `${alphabet[Number(rest % base)]}${text}`;
    rest /= base;
  }
  return text;
}

function grouped(text: string, size: number): string {
  return text.match(new RegExp(`.{${size}}`, 'g'))?.join('-') ?? text;
}
