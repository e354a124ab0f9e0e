import { z } from 'zod';
import { PARTNER_CODES } from '../partner/partner.ts';
import { CALL_NAMES, type CallName } from './calls.ts';

/** Which requests it meets: the named calls or all, the next `times` of them or until it is cleared. */
const scope = { calls: z.array(z.enum(CALL_NAMES)).min(1).optional(), times: z.int().min(1).optional() };

/** `before`: the request does nothing. `after`: it did its work, an order may be booked, and then this is the answer. */
const when = z.enum(['before', 'after']).default('before');

const failure = z.discriminatedUnion('kind', [
  /** Never answers, and keeps the connection open. */
  z.strictObject({ ...scope, kind: z.literal('hang'), when }),
  /** `midway`: half of the answer gets through. */
  z.strictObject({ ...scope, kind: z.literal('cut'), when: z.enum(['before', 'after', 'midway']) }),
  /** A whole HTTP answer whose JSON stops halfway. */
  z.strictObject({ ...scope, kind: z.literal('truncated') }),
  z.strictObject({
    ...scope,
    kind: z.literal('html'),
    status: z.int().min(200).max(599).default(502),
    when,
  }),
  /** Any HTTP status, without a code of the partner's. `retryAfter`: seconds, or the header's own text. */
  z.strictObject({
    ...scope,
    kind: z.literal('status'),
    status: z.int().min(200).max(599),
    retryAfter: z.union([z.int().min(0), z.string()]).optional(),
    when,
  }),
  z.strictObject({ ...scope, kind: z.literal('refuse'), code: z.enum(PARTNER_CODES), when }),
]);
export type Failure = z.output<typeof failure>;

/** Delays come on top of whatever else applies. */
const latency = z.strictObject({ ...scope, kind: z.literal('latency'), ms: z.int().min(0) });

export const faultSchema = z.union([latency, failure]);
type Fault = z.output<typeof faultSchema>;
export type FaultInput = z.input<typeof faultSchema>;

/** What one request meets. */
interface Misfortune {
  delayMs: number;
  failure?: Failure;
}

export interface Faults {
  /** Instead of all there were. */
  set(faults: FaultInput | readonly FaultInput[]): void;
  add(fault: FaultInput): void;
  clear(): void;
  list(): readonly Fault[];
  /** Counts this request against the faults that meet it: every delay, and the first failure. */
  take(call: CallName): Misfortune;
}

export function createFaults(): Faults {
  let faults: Fault[] = [];

  const use = (fault: Fault): void => {
    if (fault.times === undefined) return;
    fault.times--;
    if (fault.times === 0) faults = faults.filter(other => other !== fault);
  };

  return {
    set(given) {
      faults = [given].flat().map(fault => faultSchema.parse(fault));
    },
    add: fault => void faults.push(faultSchema.parse(fault)),
    clear() {
      faults = [];
    },
    list: () => faults,
    take(call) {
      const misfortune: Misfortune = { delayMs: 0 };
      for (const fault of faults) {
        if (fault.calls && !fault.calls.includes(call)) continue;
        if (fault.kind === 'latency') misfortune.delayMs += fault.ms;
        else if (misfortune.failure) continue;
        else misfortune.failure = { ...fault };
        use(fault);
      }
      return misfortune;
    },
  };
}
