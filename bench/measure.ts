/** The value below which `share` of the measurements lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

export type Verdict = { bench: string; what: string; ratio: number } & ({ most: number } | { least: number });

export function print(verdict: Verdict): boolean {
  const { bench, what, ratio } = verdict;
  const [ok, bound] =
    'most' in verdict
      ? [ratio <= verdict.most, `at most ${verdict.most}`]
      : [ratio >= verdict.least, `at least ${verdict.least}`];
  process.stdout.write(`${bench}: ${what} = ${ratio.toFixed(2)} × (${bound} ×) ${ok ? 'ok' : 'TOO SLOW'}\n`);
  return ok;
}

export function note(bench: string, text: string): void {
  process.stdout.write(`${bench}: ${text}\n`);
}
