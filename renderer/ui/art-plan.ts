/** How one product's tile is painted. The same name always gets the same picture, on every till. */
export interface ArtPlan {
  initials: string;
  /** Degrees on the colour wheel; the second is near the first, so a tile is never garish. */
  hues: readonly [number, number];
  pattern: 'rings' | 'waves' | 'blocks' | 'rays';
  /** Degrees. */
  turn: number;
}

const PATTERNS = ['rings', 'waves', 'blocks', 'rays'] as const;

export function artPlan(name: string): ArtPlan {
  const seed = hash(name);
  const hue = seed % 360;
  return {
    initials: initialsOf(name),
    hues: [hue, (hue + 35 + ((seed >>> 9) % 40)) % 360],
    pattern: PATTERNS[(seed >>> 17) % PATTERNS.length] ?? 'rings',
    turn: (seed >>> 20) % 90,
  };
}

/** "Steam" → "St", "PUBG Mobile" → "PM", "Apple Gift Card" → "AG". */
function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(word => word !== '');
  const [first = '', second] = words;
  if (second) return (firstLetter(first) + firstLetter(second)).toUpperCase();
  return firstLetter(first).toUpperCase() + [...first].slice(1, 2).join('').toLowerCase();
}

const firstLetter = (word: string): string => [...word][0] ?? '';

/** FNV-1a, with a last stir so that names that differ in one letter do not look alike. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text.trim().toLowerCase()) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}
