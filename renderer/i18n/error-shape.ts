import type { ErrorCode } from '../../shared/errors.ts';

/** One error as a person reads it. `detail` is said only when the error carries every value that it names. */
export interface ErrorText {
  /** What happened. */
  title: string;
  detail?: string;
  /** What to do now. */
  next: string;
}

/** A code without a text does not compile. */
export type ErrorTexts = Record<ErrorCode, ErrorText>;
