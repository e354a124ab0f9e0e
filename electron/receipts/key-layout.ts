import { isPrintable } from './printable.ts';
import { qrFits } from './qr-size.ts';
import { wrapKey } from './wrap.ts';

export interface KeyLayout {
  /** The key's own lines, each wrapped to what fits; joined they are the key, but for what `escaped` says. */
  lines: string[][];
  size: { width: 1 | 2; height: 1 | 2 };
  /** Some characters could not be printed and are written as \x1B or \u{20AC}; every backslash is then doubled. */
  escaped: boolean;
  /** What the QR code holds: the key, exactly. Left out where a printer could take it for commands, or it is too long. */
  code: string | undefined;
  /** A link, mostly to a picture of the key: to be scanned, not to be typed. */
  link: boolean;
}

const LARGEST_FIRST: { size: KeyLayout['size']; lines: number }[] = [
  { size: { width: 2, height: 2 }, lines: 3 },
  { size: { width: 1, height: 2 }, lines: 6 },
];

/** How a key goes on paper of so many columns: as large as its length allows, and never with a character missing. */
export function layOutKey(key: string, columns: number): KeyLayout {
  const own = key.split(/\r\n|\r|\n/).filter((line, index, all) => line !== '' || index < all.length - 1);
  const escaped = !own.every(isPrintable);
  const visible = escaped ? own.map(escapeUnprintable) : own;
  const code = isSafeInCode(key) && qrFits(key) ? key : undefined;
  const link = code !== undefined && !escaped && /^https?:\/\/\S+$/.test(key);
  for (const { size, lines: most } of link ? [] : LARGEST_FIRST) {
    const lines = visible.map(line => wrapKey(line, Math.floor(columns / size.width)));
    if (lines.flat().length <= Math.max(most, lines.length)) return { lines, size, escaped, code, link };
  }
  const size = { width: 1, height: 1 } as const;
  return { lines: visible.map(line => wrapKey(line, columns)), size, escaped, code, link };
}

function escapeUnprintable(line: string): string {
  let result = '';
  for (const character of line) {
    if (character === '\\') result += '\\\\';
    else if (isPrintable(character)) result += character;
    else result += escapeOf(character.codePointAt(0) ?? 0);
  }
  return result;
}

function escapeOf(code: number): string {
  const hex = code.toString(16).toUpperCase();
  return code < 0x100 ? `\\x${hex.padStart(2, '0')}` : `\\u{${hex}}`;
}

/** A printer that does not know QR codes takes their content for text, and one in a hurry obeys DLE anywhere. */
function isSafeInCode(key: string): boolean {
  for (const character of key) {
    if (character < ' ' && !['\n', '\r', '\t'].includes(character)) return false;
  }
  return key.isWellFormed();
}
