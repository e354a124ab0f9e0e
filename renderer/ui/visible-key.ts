/** What no one sees on a screen, or what moves what they see: control characters, marks of direction, halves of letters. */
const UNSEEN = /[^\P{C}\n]|[^\S\n ]/gu;

export interface VisibleKey {
  text: string;
  /** Some characters cannot be seen and are written as \x1B or \u{202E}; every backslash is then doubled. As on paper. */
  isEscaped: boolean;
}

/** A key as it can be read off a screen and typed, every character of it in its place. */
export function visibleKey(key: string): VisibleKey {
  const lines = key.replace(/\r\n?/g, '\n');
  if (lines.search(UNSEEN) < 0) return { text: lines, isEscaped: false };
  return { text: lines.replace(/\\/g, '\\\\').replace(UNSEEN, codeOf), isEscaped: true };
}

function codeOf(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return hex.length <= 2 ? `\\x${hex.padStart(2, '0')}` : `\\u{${hex}}`;
}
