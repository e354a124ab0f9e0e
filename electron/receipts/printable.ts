/** cp866: Latin and Cyrillic in one page, number 17 in every ESC/POS printer we know of, so it is chosen once and kept. */
const CP866_UPPER = new TextDecoder('ibm866').decode(
  Uint8Array.from({ length: 127 }, (_, index) => 128 + index),
);
const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));

/**
 * The only characters that ever reach the printer as text. It is a list of what may pass, not of what may not:
 * old code pages have pictures in the place of control characters (the arrow "←" is ESC, "↔" is GS), so a
 * harmless looking name could otherwise become a command.
 */
const PRINTABLE: ReadonlySet<string> = new Set([...ASCII, ...CP866_UPPER]);

const STAND_INS: Readonly<Record<string, string>> = {
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '×': 'x',
  '…': '...',
  '•': '·',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '₸': 'тг',
  '₽': 'р.',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₴': 'грн',
  '©': '(c)',
  '®': '(R)',
  ß: 'ss',
  ı: 'i',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  æ: 'ae',
  Æ: 'AE',
  // Kazakh and Ukrainian letters that cp866 lacks, as people write them where it is all there is.
  і: 'i',
  І: 'I',
  ґ: 'г',
  Ґ: 'Г',
  ә: 'а',
  Ә: 'А',
  ғ: 'г',
  Ғ: 'Г',
  қ: 'к',
  Қ: 'К',
  ң: 'н',
  Ң: 'Н',
  ө: 'о',
  Ө: 'О',
  ұ: 'у',
  Ұ: 'У',
  ү: 'у',
  Ү: 'У',
  һ: 'х',
  Һ: 'Х',
};

export function isPrintable(text: string): boolean {
  for (const character of text) if (!PRINTABLE.has(character)) return false;
  return true;
}

/** Any text as the printer can show it, on one line: near letters for far ones, "?" where there is none, no commands. */
export function printable(text: string): string {
  let result = '';
  for (const character of text.normalize('NFC')) result += shown(character);
  return result.replace(/ {2,}/g, ' ').trim();
}

function shown(character: string): string {
  if (PRINTABLE.has(character)) return character;
  if (/\s/u.test(character)) return ' ';
  if (/[\p{C}\p{M}]/u.test(character)) return '';
  const standIn = STAND_INS[character];
  if (standIn !== undefined) return standIn;
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain !== '' && isPrintable(plain) ? plain : '?';
}
