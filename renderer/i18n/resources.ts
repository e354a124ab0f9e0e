import { common } from './en/common.ts';
import { errors } from './en/errors.ts';
import { lock } from './en/lock.ts';
import { printFailures } from './en/print-failures.ts';
import { common as commonRu } from './ru/common.ts';
import { errors as errorsRu } from './ru/errors.ts';
import { lock as lockRu } from './ru/lock.ts';
import { printFailures as printFailuresRu } from './ru/print-failures.ts';

/** The words of the first screen and of every error: there before anything can go wrong. */
export const resources = {
  en: { common, errors, lock, printFailures },
  ru: { common: commonRu, errors: errorsRu, lock: lockRu, printFailures: printFailuresRu },
};

/** The words of the other areas come with the first screen that uses them, in the till's language only. */
export const loadArea = {
  en: {
    setup: async () => (await import('./en/setup.ts')).setup,
    till: async () => (await import('./en/till.ts')).till,
    orders: async () => (await import('./en/orders.ts')).orders,
    manager: async () => (await import('./en/manager.ts')).manager,
    recovery: async () => (await import('./en/recovery.ts')).recovery,
  },
  ru: {
    setup: async () => (await import('./ru/setup.ts')).setup,
    till: async () => (await import('./ru/till.ts')).till,
    orders: async () => (await import('./ru/orders.ts')).orders,
    manager: async () => (await import('./ru/manager.ts')).manager,
    recovery: async () => (await import('./ru/recovery.ts')).recovery,
  },
};

type Loaded = { [Area in keyof typeof loadArea.en]: Awaited<ReturnType<(typeof loadArea.en)[Area]>> };

/** English is the shape: keys and the values they name are checked against it. */
export type English = (typeof resources)['en'] & Loaded;
