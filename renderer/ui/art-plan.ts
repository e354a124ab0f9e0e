/** How one product's tile is painted. The same name always gets the same picture, on every till. */
export interface ArtPlan {
  initials: string;
  /** Degrees on the colour wheel, from corner to corner. */
  hues: readonly [number, number];
  pattern: 'rings' | 'waves' | 'blocks' | 'rays';
  /** Degrees. */
  turn: number;
}

/** Pairs that stay clear and quiet beside each other; the muddy stretch between orange and green is left out. */
const HUES = [
  [262, 292],
  [235, 262],
  [205, 240],
  [185, 215],
  [165, 195],
  [150, 180],
  [285, 315],
  [305, 335],
  [330, 0],
  [350, 20],
  [15, 350],
  [35, 10],
] as const;

const PATTERNS = ['rings', 'waves', 'blocks', 'rays'] as const;

export function artPlan(name: string): ArtPlan {
  const seed = hash(name);
  return {
    initials: initialsOf(name),
    hues: HUES[(seed >>> 2) % HUES.length] ?? HUES[0],
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
