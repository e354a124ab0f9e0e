import type { TerminalStatus } from '../../../shared/contract/terminal.ts';
import type { Till } from '../till.ts';

/** What the till says of itself, parsed where it comes from; undefined while it cannot say. */
export async function statusOf(till: Till): Promise<TerminalStatus | undefined> {
  const answer = await till.call('terminal.status', {});
  return answer.ok ? (answer.value as TerminalStatus) : undefined;
}
