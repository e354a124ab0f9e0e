import type { PrintFailure } from '../../shared/print-failure.ts';

export interface PrintFailureText {
  /** A sentence without its full stop. */
  why: string;
  /** What to do, where it is not what helps with most printers. */
  next?: string;
}

/** Those that say no more than the error itself. */
export type PlainFailure = 'unreachable' | 'no_paper' | 'cover_open' | 'interrupted' | 'refused';

/** A reason without its words does not compile. */
export type PrintFailureTexts = Record<Exclude<PrintFailure, PlainFailure>, PrintFailureText>;
