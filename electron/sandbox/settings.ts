import { z } from 'zod';
import { CALL_NAMES } from './calls.ts';
import { orderPlan } from './orders/plan.ts';
import { ERROR_SHAPES } from './refusal.ts';

/** How this partner behaves while nothing is wrong. All of it can be changed while it runs. */
const settingsSchema = z.strictObject({
  errorShape: z.enum(ERROR_SHAPES),
  /** The HTTP status of every documented error; null: each has its own. */
  errorStatus: z.int().min(200).max(599).nullable(),
  /** Calls this partner does not have: 404, without any code. */
  missingCalls: z.array(z.enum(CALL_NAMES)),
  /** The page's sample reads the transactions with the shop token; its text asks for a management token. */
  shopTokenReadsHistory: z.boolean(),
  postpaid: z.boolean(),
  /** What a row of the catalogue calls its offer id. */
  syncIdField: z.enum(['offerId', 'offerGroupId']),
  /** `code`: order-status answers an order that is not COMPLETED by its code, ORDER_NOT_COMPLETED and the like. */
  statusAnswer: z.enum(['order', 'code']),
  /** Requests a second to Telegram before it answers 429; null for no limit. */
  telegramPerSecond: z.int().min(1).nullable(),
  /** What happens to orders that nothing else was planned for. The test offer always completes at once. */
  usualPlans: z.strictObject({ key: orderPlan, topup: orderPlan, stars: orderPlan }).partial(),
});
export type Settings = z.output<typeof settingsSchema>;

/** As the page has it. */
export const DEFAULT_SETTINGS: Settings = {
  errorShape: 'error.code',
  errorStatus: null,
  missingCalls: [],
  shopTokenReadsHistory: true,
  postpaid: false,
  syncIdField: 'offerId',
  statusAnswer: 'order',
  telegramPerSecond: 30,
  usualPlans: {},
};

export const someSettings = settingsSchema.partial();
export type SomeSettings = z.input<typeof someSettings>;

/** `settings` with some of them changed; throws where a value is not one. */
export function withSettings(settings: Settings, some: SomeSettings): Settings {
  return settingsSchema.parse({ ...settings, ...some });
}
