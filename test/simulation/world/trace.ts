/** What happened, line by line, for whoever replays a seed. The text is made only where somebody reads it. */
export type Trace = (line: () => string) => void;

export const noTrace: Trace = () => {};

export function createTrace(now: () => number): { trace: Trace; lines: string[] } {
  const lines: string[] = [];
  return {
    lines,
    trace: line => void lines.push(`${String(now()).padStart(9)} ms  ${line()}`),
  };
}
