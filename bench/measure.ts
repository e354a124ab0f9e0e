/** The value below which `share` of the measurements lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

export interface Verdict {
  bench: string;
  what: string;
  ratio: number;
  most: number;
}

export function print({ bench, what, ratio, most }: Verdict): boolean {
  const ok = ratio <= most;
  process.stdout.write(
    `${bench}: ${what} = ${ratio.toFixed(2)} × (at most ${most} ×) ${ok ? 'ok' : 'TOO SLOW'}\n`,
  );
  return ok;
}

export function note(bench: string, text: string): void {
  process.stdout.write(`${bench}: ${text}\n`);
}
