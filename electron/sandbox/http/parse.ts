import type { z } from 'zod';
import { Refusal } from '../refusal.ts';

/** The body as the schema says; INVALID_REQUEST_BODY for anything else. */
export function parseBody<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const result = schema.safeParse(body);
  if (!result.success) throw new Refusal('INVALID_REQUEST_BODY');
  return result.data;
}
