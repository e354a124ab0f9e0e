import { z } from 'zod';
import { LANGUAGES } from '../people.ts';
import { PRINTER_TARGET } from '../printer-target.ts';
import { backup, backupStatus } from './backup.ts';
import {
  amount,
  CALL_ERROR,
  currency,
  decimal,
  id,
  type MethodShape,
  none,
  personName,
  pin,
  staffMember,
  time,
} from './common.ts';

/** "04:00": sales before it belong to the day before. */
const dayStartsAt = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'hours and minutes, "04:00"');
const timeZone = z.string().refine(isTimeZone, 'an IANA time zone, "Asia/Almaty"');
const token = z
  .string()
  .trim()
  .regex(/^[0-9a-fA-F]{32}$/, '32 characters, 0-9 and a-f');
const rates = z.record(currency, amount);

/** Asking Intl takes as long as reading all other settings. */
const knownZones = new Set<string>();

function isTimeZone(value: string): boolean {
  if (knownZones.has(value)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    knownZones.add(value);
    return true;
  } catch {
    return false;
  }
}

export const shop = z.object({ name: z.string().trim().min(1).max(80), currency, timeZone, dayStartsAt });
export type Shop = z.output<typeof shop>;

export const CONNECTION_STATES = ['unknown', 'online', 'offline', 'token_rejected'] as const;
export const connection = z.object({
  state: z.enum(CONNECTION_STATES),
  since: time,
  /** When the till will try again by itself. */
  nextTryAt: time.optional(),
});
export type Connection = z.output<typeof connection>;

/** What the queue still has to do: always on screen, so that nothing waits unseen. */
export const queueSummary = z.object({
  waiting: z.int(),
  held: z.int(),
  /** Ended without delivery, and the customer has not had the money back yet. */
  toRefund: z.int(),
  /** What customers have paid for `waiting` and `held`, in the shop's currency. */
  amount,
});
export type QueueSummary = z.output<typeof queueSummary>;

export const printerStatus = z.object({
  target: z.string().nullable(),
  state: z.enum(['none', 'ready', 'printing', 'waiting']),
  /** Prints that have not come out yet. */
  waiting: z.int(),
  error: CALL_ERROR.optional(),
});
export type PrinterStatus = z.output<typeof printerStatus>;

/** Why the data in `folder` cannot be used, and what there is to put in its place, newest first, in `backupFolder`. */
const recovery = z.object({
  /**
   * `unopened`: something is in the way of data that may be whole. `newer`: a newer KeyTill has written it. Nothing is restored
   * over either; each call tries again.
   */
  problem: z.enum(['damaged', 'missing', 'empty', 'unopened', 'newer']),
  /** With `unopened`: what the system said. */
  detail: z.string().optional(),
  folder: z.string(),
  backupFolder: z.string(),
  backups: z.array(backup),
});
export type Recovery = z.output<typeof recovery>;

/** Why nothing can be stored: no room, no right to write, a disk that fails, or another program that holds the file. */
export const STORAGE_PROBLEMS = ['full', 'read_only', 'failed', 'locked'] as const;
export type StorageProblem = (typeof STORAGE_PROBLEMS)[number];

/** Whether the till can store what it is told. What it has stored before is safe in every state. */
export const storage = z.object({ state: z.enum(['ok', ...STORAGE_PROBLEMS]), since: time });
export type Storage = z.output<typeof storage>;

const terminalStatus = z.object({
  version: z.string(),
  demo: z.boolean(),
  /** There is no way out of the till but a manager's PIN: `terminal.close`, or, without one, `terminal.leave`. */
  closedByManager: z.boolean(),
  /**
   * `blocked`: the till cannot work until a person has done what `blocked` says. `recovery`: its data cannot be used, and
   * nothing works but putting a backup in its place.
   */
  phase: z.enum(['setup', 'ready', 'blocked', 'recovery']),
  blocked: CALL_ERROR.optional(),
  recovery: recovery.optional(),
  language: z.enum(LANGUAGES),
  theme: z.enum(['system', 'light', 'dark']),
  shop: shop.nullable(),
  autoLockMinutes: z.int(),
  keychain: z.enum(['os', 'memory']),
  session: z.object({ staff: staffMember }).nullable(),
  staff: z.array(staffMember),
  connection,
  queue: queueSummary,
  printer: printerStatus,
  storage,
  catalogueSize: z.int(),
  backup: backupStatus,
  now: time,
});
export type TerminalStatus = z.output<typeof terminalStatus>;

const receiptSettings = z.object({
  /** Lines under the shop's name: address, telephone, tax number. */
  header: z.string().max(400),
  footer: z.string().max(400),
  /** Millimetres: the two rolls, and a sheet of A4 for a printer that has a driver. */
  paper: z.union([z.literal(58), z.literal(80), z.literal(210)]),
});

/** Everything a manager can change; secrets only go in. */
export const settings = z.object({
  language: z.enum(LANGUAGES),
  theme: z.enum(['system', 'light', 'dark']),
  shop,
  /** How many units of the shop's currency one unit of a cost currency is reckoned at. */
  rates,
  markupPercent: decimal.refine(
    value => Number(value) > -100 && Number(value) <= 1000,
    'between -100 and 1000',
  ),
  /** Prices are rounded up to a multiple of this. */
  roundTo: amount.refine(value => Number(value) > 0, 'more than zero'),
  /** How much dearer than at the sale the partner may have become before a person is asked. */
  priceTolerancePercent: amount.refine(value => Number(value) <= 100, 'at most 100'),
  /** Below this the balance is shown as low, in the balance's currency. */
  lowBalance: amount,
  autoLockMinutes: z.int().min(1).max(240),
  autoPrint: z.boolean(),
  printer: z.string().regex(PRINTER_TARGET),
  receipt: receiptSettings,
});
export type Settings = z.output<typeof settings>;

const settingsPatch = z.strictObject({
  ...settings.partial().shape,
  shop: shop.partial().optional(),
  receipt: receiptSettings.partial().optional(),
  token: token.optional(),
  managementToken: z.string().trim().max(4096).optional(),
});

const secretsSet = z.object({ token: z.boolean(), managementToken: z.boolean() });

export const terminalMethods = {
  'terminal.status': { role: 'nobody', input: none, output: terminalStatus },
  /** Ends the program, in a kiosk. The PIN is that of the manager who is signed in, asked anew. */
  'terminal.close': { role: 'manager', input: z.strictObject({ pin: z.string().max(20) }), output: none },
  /** The same where no PIN can be checked: see `isFreeToLeave`. */
  'terminal.leave': { role: 'nobody', input: none, output: none },
  'setup.complete': {
    role: 'nobody',
    input: z.strictObject({
      language: z.enum(LANGUAGES),
      shop,
      token,
      manager: z.strictObject({ name: personName, pin }),
      rates: rates.optional(),
      markupPercent: settings.shape.markupPercent.optional(),
      roundTo: settings.shape.roundTo.optional(),
      printer: settings.shape.printer.optional(),
    }),
    output: z.object({ staff: staffMember }),
  },
  /** The secrets are gone from the keychain: whoever holds a token of the same partner account may set new ones. */
  'setup.recover': {
    role: 'nobody',
    input: z.strictObject({ token, manager: z.strictObject({ staffId: id, pin }) }),
    output: z.object({ staff: staffMember }),
  },
  'settings.get': {
    role: 'cashier',
    input: none,
    output: z.object({ settings, secretsSet }),
  },
  'settings.save': {
    role: 'manager',
    input: settingsPatch,
    output: z.object({ settings, secretsSet }),
  },
} as const satisfies Record<string, MethodShape>;
