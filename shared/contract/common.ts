import { z } from 'zod';
import { ERROR_CODES } from '../errors.ts';
import { isDecimal } from '../money.ts';
import { isOfferId, type OfferId } from '../offer-id.ts';
import { ROLES, type Role } from '../people.ts';

/** `nobody`: may be called while no one is signed in. */
export type LeastRole = Role | 'nobody';

export interface MethodShape {
  role: LeastRole;
  input: z.ZodType;
  output: z.ZodType;
}

export const id = z.string().min(1).max(64);
export const decimal = z.string().refine(isDecimal, 'not an exact decimal');
export const amount = decimal.refine(value => !value.startsWith('-'), 'must not be negative');
/** ISO 8601, UTC. */
export const time = z.iso.datetime();
/** A business day in the shop's calendar: "2026-03-29". */
export const day = z.iso.date().refine(value => value >= '2000' && value < '2200', 'a day of this century');
export const currency = z.string().regex(/^[A-Z]{3}$/, 'a three-letter currency code');
export const offerId = z.custom<OfferId>(isOfferId, 'a whole number or telegram_stars_<n>');
export const personName = z.string().trim().min(1).max(60);
export const pin = z.string().regex(/^\d{4,8}$/, '4 to 8 digits');
export const none = z.strictObject({});
export const limit = (most: number, usual: number) => z.int().min(1).max(most).default(usual);
export const cursor = z.string().min(1).max(200);

export const staffMember = z.object({ id, name: z.string(), role: z.enum(ROLES) });
export type StaffMember = z.output<typeof staffMember>;

export const CALL_ERROR = z.object({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
});
