/** The value below which `share` of the measurements lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

/** What was measured, a ratio or milliseconds, and how much or how little it may be. */
export type Verdict = { bench: string; what: string } & ({ ratio: number } | { ms: number }) &
  ({ most: number } | { least: number });

export function print(verdict: Verdict): boolean {
  const { bench, what } = verdict;
  const [value, shown, unit] =
    'ms' in verdict
      ? [verdict.ms, verdict.ms.toFixed(0), 'ms']
      : [verdict.ratio, verdict.ratio.toFixed(2), '×'];
  const [ok, bound] =
    'most' in verdict
      ? [value <= verdict.most, `at most ${verdict.most}`]
      : [value >= verdict.least, `at least ${verdict.least}`];
  process.stdout.write(`${bench}: ${what} = ${shown} ${unit} (${bound} ${unit}) ${ok ? 'ok' : 'TOO SLOW'}\n`);
  return ok;
}

export function note(bench: string, text: string): void {
  process.stdout.write(`${bench}: ${text}\n`);
}
