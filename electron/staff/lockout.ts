/** After the fifth wrong PIN in a row each one costs more time; from the tenth on, half an hour. In milliseconds. */
export function lockAfter(failedAttempts: number): number {
  if (failedAttempts < 5) return 0;
  if (failedAttempts >= 10) return 30 * 60_000;
  return 15_000 * 2 ** (failedAttempts - 5);
}
