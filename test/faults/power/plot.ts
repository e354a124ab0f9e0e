/** What the till under the shim is told to do, as its one argument in JSON. */
export interface Plot {
  /** Below it lie the till's folder, its paper and the marks. */
  root: string;
  partner: string;
  token: string;
  sales: number;
  /** Pages of the write-ahead log after which it is folded into the database: few, so that this happens often. */
  checkpointAfter: number;
  /** Whether each delivered sale comes out on paper by itself. */
  prints: boolean;
  /** Whether somebody looks at each key as soon as it is there. */
  looks: boolean;
  /** What SQLite is told in place of FULL once the till is set up, to see that the check sees. */
  synchronous?: 'NORMAL';
  /** What is done in the background after a sale has this long before the next one, in milliseconds. */
  restMs: number;
}

/** What the till's surroundings saw, in the order in which it happened among the writes to the disk. */
export type Mark =
  | { is: 'set_up' }
  /** A sale was asked for; it may or may not be answered. */
  | { is: 'charging'; attemptId: string }
  /** The answer is with whoever asked. */
  | { is: 'charged'; attemptId: string; orders: string[] }
  /** create-order is handed to the network. */
  | { is: 'requested'; orderId: string }
  | { is: 'completed'; orderId: string }
  | { is: 'shown'; orderId: string; key: string }
  | { is: 'given_back'; orderId: string };

export const TILL = 'till';
export const PAPER = 'paper';
export const MARKS = 'marks';

/** The data key of the till under the shim: what it stored can be opened by whoever checks. */
export const DATA_KEY = Buffer.from('a data key that protects nothing').toString('base64');
