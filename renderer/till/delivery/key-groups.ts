const MOST_IN_A_GROUP = 5;

export interface KeyPiece {
  /** Where in the key it begins. */
  at: number;
  text: string;
}

/**
 * A key in pieces that can be read out and typed without losing the place: after its own hyphens, else in fours or
 * fives; every line break is a piece of its own. Joined, the pieces are the key, character for character.
 */
export function keyPieces(key: string): KeyPiece[] {
  const pieces: KeyPiece[] = [];
  let at = 0;
  for (const text of key.split(/(\n)/).flatMap(groupsOf)) {
    pieces.push({ at, text });
    at += text.length;
  }
  return pieces;
}

function groupsOf(line: string): string[] {
  if (line === '') return [];
  if (line.includes('-')) return line.match(/[^-]*-|[^-]+$/g) ?? [line];
  const characters = [...line];
  if (characters.length < 8 || !/^[\p{L}\p{N}]+$/u.test(line)) return [line];
  const size = characters.length % MOST_IN_A_GROUP === 0 ? MOST_IN_A_GROUP : 4;
  const groups: string[] = [];
  for (let at = 0; at < characters.length; at += size) groups.push(characters.slice(at, at + size).join(''));
  return groups;
}

/** A link to the key, mostly to a picture of it: to be scanned, not typed. */
export const isLink = (key: string): boolean => /^https?:\/\/\S+$/.test(key);
