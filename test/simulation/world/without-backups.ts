import type { TerminalOptions } from '../../../electron/parts.ts';

const never = () => new Promise<never>(() => {});

/** Copies of whole files are no part of this: whoever asks for one waits. */
export const WITHOUT_BACKUPS = {
  folder: '/nowhere',
  beside: { write: never, list: never, check: never, prepareRestore: never, stop: async () => {} },
  restore: never,
} satisfies Partial<TerminalOptions>;
