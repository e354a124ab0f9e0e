import { z } from 'zod';
import { receipt } from '../receipt.ts';
import { id, type MethodShape, none } from './common.ts';

export const printerMethods = {
  'printer.test': { role: 'manager', input: none, output: z.object({ printId: id }) },
  /** The receipt as it would be printed now, without the keys. */
  'printer.preview': {
    role: 'cashier',
    input: z.strictObject({ saleId: id }),
    output: z.object({ receipt }),
  },
  /** Prints the receipt of a sale, or its collection slip while something is still to come. */
  'printer.printSale': {
    role: 'cashier',
    input: z.strictObject({ saleId: id }),
    output: z.object({ printId: id, copy: z.boolean() }),
  },
  /** Tries the waiting prints again, now. */
  'printer.retry': { role: 'cashier', input: none, output: none },
  /** Gives up the waiting prints; their sales can be printed again at any time. */
  'printer.discard': { role: 'cashier', input: none, output: z.object({ discarded: z.int() }) },
  /** Print queues this machine knows. */
  'printer.list': {
    role: 'manager',
    input: none,
    output: z.object({
      /** `through`: the printer's own commands, or a page that its driver prints. */
      printers: z.array(
        z.object({ target: z.string(), name: z.string(), through: z.enum(['commands', 'driver']) }),
      ),
      /** Whether this till can print through a driver: only the desktop till can. */
      hasDrivers: z.boolean(),
    }),
  },
} as const satisfies Record<string, MethodShape>;
