const MOST_IN_A_GROUP = 5;

export interface KeyPiece {
  /** Where in the key it begins. */
  at: number;
  text: string;
  /**
   * `odd` and `even` are groups that the eye can hold, told apart by their shade and by nothing between them; a `space` is
   * the key's own and has to be seen as one; `plain` is left as it came.
   */
  kind: 'plain' | 'odd' | 'even' | 'space' | 'line';
}

/**
 * A key in pieces that can be read out and typed without losing the place: fours or fives where nothing in it divides it
 * already. Joined, the pieces are the key, character for character.
 */
export function keyPieces(key: string): KeyPiece[] {
  const pieces: KeyPiece[] = [];
  let at = 0;
  for (const [text, kind] of key.split(/(\n)/).flatMap(piecesOfLine)) {
    if (text === '') continue;
    pieces.push({ at, text, kind });
    at += text.length;
  }
  return pieces;
}

type Piece = [text: string, kind: KeyPiece['kind']];

function piecesOfLine(line: string): Piece[] {
  if (line === '\n') return [[line, 'line']];
  const characters = [...line];
  if (characters.length < 8 || !/^[\p{L}\p{N}]+$/u.test(line)) return aroundSpaces(line);
  const size = characters.length % MOST_IN_A_GROUP === 0 ? MOST_IN_A_GROUP : 4;
  const groups: Piece[] = [];
  for (let at = 0; at < characters.length; at += size) {
    groups.push([characters.slice(at, at + size).join(''), groups.length % 2 === 0 ? 'odd' : 'even']);
  }
  return groups;
}

const aroundSpaces = (line: string): Piece[] =>
  line.split(/( )/).map(text => [text, text === ' ' ? 'space' : 'plain']);

/** A link to the key, mostly to a picture of it: to be scanned, not typed. */
export const isLink = (key: string): boolean => /^https?:\/\/\S+$/.test(key);
