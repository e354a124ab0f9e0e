import type { AccountTransaction } from './account.ts';
import type { CallName } from './calls.ts';
import type { BookedOrder } from './orders/order.ts';
import type { TokenKind } from './tokens.ts';

/** A request as it came in. Tokens are never kept, only whose they were. */
export interface ReceivedRequest {
  call: CallName;
  /** Milliseconds since the epoch. */
  at: number;
  /** The parsed JSON, or the text where it is none; for GET, the query. */
  body: unknown;
  token: TokenKind;
  /** Missing while there is no answer, and for ever where the connection was cut or left hanging. */
  status?: number;
}

/** What a test reads afterwards. */
export interface Ledger {
  orders(): readonly BookedOrder[];
  order(transactionId: string): BookedOrder | undefined;
  /** The newest of what was received, oldest first. */
  requests(call?: CallName): readonly ReceivedRequest[];
  /** How many create-order requests came for it, whatever became of them. */
  creates(transactionId: string): number;
  createsByTransactionId(): Readonly<Record<string, number>>;
  /** Newest first. */
  transactions(): readonly AccountTransaction[];
}

/** Older requests are forgotten beyond this, so that a sandbox can run for weeks; their counts stay. */
const MOST_REQUESTS = 100_000;

export interface Journal {
  record(request: ReceivedRequest): void;
  requests(call?: CallName): readonly ReceivedRequest[];
  creates: ReadonlyMap<string, number>;
}

export function createJournal(): Journal {
  let requests: ReceivedRequest[] = [];
  const creates = new Map<string, number>();

  return {
    creates,
    record(request) {
      if (requests.length >= MOST_REQUESTS) requests = requests.slice(MOST_REQUESTS / 2);
      requests.push(request);
      const transactionId = request.call === 'create-order' ? transactionIdOf(request.body) : undefined;
      if (transactionId !== undefined) creates.set(transactionId, (creates.get(transactionId) ?? 0) + 1);
    },
    requests: call => (call === undefined ? requests : requests.filter(request => request.call === call)),
  };
}

function transactionIdOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('transactionId' in body)) return undefined;
  return typeof body.transactionId === 'string' ? body.transactionId : undefined;
}
