/** What becomes of one request on its way to the partner and back. Times in milliseconds. */
export interface RequestFate {
  /** `unsent`: it provably never left. `lost`: it left and never arrived. */
  there: 'arrives' | 'unsent' | 'lost';
  thereMs: number;
  /** Somebody on the way sends it on a second time, so long after the first; only this answer comes back. */
  againMs?: number;
  /** So long after it was sent the connection breaks, wherever the request is by then. */
  breaksMs?: number;
  /** Instead of what the partner would do. */
  answeredBy?: Interference;
  /** `another`: what comes back is about somebody else's order. */
  back: 'whole' | 'cut' | 'never' | 'truncated' | 'garbled' | 'too_large' | 'unavailable' | 'another';
  backMs: number;
}

/** Said by something in front of the partner, which the request does not get past. */
export type Interference =
  | { kind: 'code'; code: string }
  | { kind: 'status'; status: number; retryAfter?: number };

/** Where the process may die, or the disk fail: around everything that leaves a mark outside of it. */
export type Boundary =
  | 'before the commit'
  | 'after the commit'
  | 'before the request'
  | 'with the request sent'
  | 'before the answer';

/** Everything that is nobody's decision, in one place: thrown with dice, or gone through one by one. */
export interface Fate {
  request(path: string): RequestFate;
  dies(at: Boundary): boolean;
  /** The code of the error that SQLite gives this commit. */
  diskFails():
    | 'SQLITE_FULL'
    | 'SQLITE_IOERR_WRITE'
    | 'SQLITE_IOERR_FSYNC'
    | 'SQLITE_READONLY'
    | 'SQLITE_BUSY'
    | undefined;
}

/** Final words about an order: said of one that has not ended they would be a lie that nobody can see through. */
export const FINAL_WORDS: readonly string[] = ['ORDER_ALREADY_CANCELED', 'ORDER_ALREADY_REFUNDED'];

export const SMOOTH: RequestFate = { there: 'arrives', thereMs: 20, back: 'whole', backMs: 20 };

/** As if nothing could go wrong. */
export const kindFate: Fate = {
  request: () => SMOOTH,
  dies: () => false,
  diskFails: () => undefined,
};
