export interface ScanRhythm {
  /** Most milliseconds between two keys. */
  longestGapMs: number;
  /** Fewest characters that are a code. */
  shortest: number;
}

/** What one key means: the first character of something, one more of it, the end of a scanned code, or none of these. */
export type ScanStep = 'begun' | 'goes_on' | 'other' | { scanned: string };

/** Tells a scanner from fingers: characters in its rhythm, ended by Enter in the same rhythm. `at` in milliseconds. */
export function listenForScan({ longestGapMs, shortest }: ScanRhythm): (key: string, at: number) => ScanStep {
  let code = '';
  let lastAt = Number.NEGATIVE_INFINITY;
  return (key, at) => {
    const isFast = at - lastAt <= longestGapMs;
    lastAt = at;
    const before = isFast ? code : '';
    const isCharacter = [...key].length === 1;
    code = isCharacter ? before + key : '';
    if (isCharacter) return before === '' ? 'begun' : 'goes_on';
    const scanned = key === 'Enter' ? before.trim() : '';
    return scanned.length >= shortest ? { scanned } : 'other';
  };
}
