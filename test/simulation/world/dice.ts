/** Everything that is left to chance, from one seed: the same seed throws the same dice. */
export interface Dice {
  /** Uniform in [0, 1). */
  fraction(): number;
  /** Uniform in [low, high), whole. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly [T, ...T[]]): T;
  bytes(length: number): Uint8Array;
}

/** sfc32: small, fast, and as even as a simulation needs. */
export function createDice(seed: number): Dice {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let count = Math.floor(seed / 0x1_0000_0000) | 1;
  const next = (): number => {
    const sum = (a + b + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round++) next();
  const fraction = (): number => next() / 0x1_0000_0000;
  const between = (low: number, high: number): number => low + Math.floor(fraction() * (high - low));
  return {
    fraction,
    between,
    chance: probability => fraction() < probability,
    pick: choices => choices[between(0, choices.length)] ?? choices[0],
    bytes: length => Uint8Array.from({ length }, () => next() >>> 24),
  };
}
