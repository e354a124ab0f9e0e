import { z } from 'zod';
import { CALL_ERROR, type MethodShape, none, time } from './common.ts';

/**
 * Why this till does not update itself. `elsewhere`: it is not an installed program. `system`: the system's package manager
 * updates it. `no_server`: whoever packed it named no server whose releases it could trust.
 */
export const UPDATES_OFF = ['elsewhere', 'system', 'no_server'] as const;
export type UpdatesOff = (typeof UPDATES_OFF)[number];

/** What an installation that was agreed to waits for. `start`: somebody has signed in since this program started. */
export const UPDATE_OBSTACLES = ['start', 'orders', 'prints'] as const;
export type UpdateObstacle = (typeof UPDATE_OBSTACLES)[number];

export const updateStatus = z.object({
  /** Of the program that runs. */
  version: z.string(),
  off: z.enum(UPDATES_OFF).nullable(),
  step: z.enum(['idle', 'looking', 'fetching', 'ready', 'installing']),
  /** When the server last answered. */
  lookedAt: time.nullable(),
  /** A newer signed release, and what it says is new, in plain text. Fetched and proven once `step` is `ready`. */
  found: z.object({ version: z.string(), notes: z.string() }).nullable(),
  /** Who agreed that `found` is installed at the next start. */
  agreed: z.object({ staffName: z.string(), at: time }).nullable(),
  /** The system asks for an administrator when it is installed: without one the till goes on as it is. */
  asksAdministrator: z.boolean(),
  waitsFor: z.enum(UPDATE_OBSTACLES).nullable(),
  /** Why the last look, fetch or installation failed; left out once one has succeeded. */
  error: CALL_ERROR.optional(),
});
export type UpdateStatus = z.output<typeof updateStatus>;

export const updateMethods = {
  'updates.get': { role: 'manager', input: none, output: updateStatus },
  /** Looks now; what is found is fetched in the background. */
  'updates.look': { role: 'manager', input: none, output: updateStatus },
  /** Agrees that this version is installed at the next start, or takes that back. Refused for any other than the one found. */
  'updates.agree': {
    role: 'manager',
    input: z.strictObject({ version: z.string().min(1).max(64), install: z.boolean() }),
    output: updateStatus,
  },
} as const satisfies Record<string, MethodShape>;
