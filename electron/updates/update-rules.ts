import type { UpdateObstacle } from '../../shared/contract/updates.ts';

/** What the till is doing, as far as an update could get in its way. */
export interface Circumstances {
  /** Whether anybody has signed in since this program started: only then there can be a sale on the screen. */
  hasBeenUsed: boolean;
  /** Orders that the till still has to place or hear of, and those that wait for a person. */
  waiting: number;
  held: number;
  /** Papers that have not come out. */
  prints: number;
}

/** The network is the orders' first: while one is under way nothing is asked of the update server, nor fetched. */
export const mayFetch = ({ waiting }: Circumstances): boolean => waiting === 0;

/** What an installation has to wait for; undefined when it may be now. */
export function obstacleTo({
  hasBeenUsed,
  waiting,
  held,
  prints,
}: Circumstances): UpdateObstacle | undefined {
  if (hasBeenUsed) return 'start';
  if (waiting + held > 0) return 'orders';
  return prints > 0 ? 'prints' : undefined;
}

/** A manager's word, for one version and one try: an installation that fails is not tried again at every start. */
export interface Agreement {
  version: string;
  staffId: string;
  staffName: string;
  at: number;
  /** When it was used. */
  triedAt?: number | undefined;
}

export const isAgreed = (agreement: Agreement | undefined, version: string): boolean =>
  agreement?.version === version && agreement.triedAt === undefined;

/** The program that was installed last is still not the one that runs. */
export const hasFailed = (agreement: Agreement | undefined, found: string): boolean =>
  agreement?.version === found && agreement.triedAt !== undefined;
