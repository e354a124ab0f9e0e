import type { z } from 'zod';
import type { HttpAnswer, HttpLost, HttpUnsent } from '../ports.ts';
import { maskedText, maskedWords } from './masked-text.ts';
import type { LostCause, PartnerResult } from './partner.ts';
import { codeInMessage, explicitCode, keyOf, wordsOf } from './partner-code.ts';
import { retryAfterMs } from './retry-after.ts';
import { parseRedacted, type Redact } from './secrets.ts';
import { present } from './wire/present.ts';

export interface Expected<T> {
  answer: z.ZodType<T>;
  /**
   * What hangs on it. About an order, a 404 never reads as "there is no such call" (whether it was bought would stay
   * open), and a `message` beside a proper order is that order's own words.
   */
  about: 'order' | 'other';
  redact: Redact;
}

/** What became of a request, from what came back. Never throws, whatever came back. */
export function outcomeOf<T>(
  came: HttpAnswer | HttpUnsent | HttpLost,
  expected: Expected<T>,
): PartnerResult<T> {
  if (came.kind !== 'answer') return came;
  const { status, headers } = came;
  const { answer, about, redact } = expected;
  const body = new TextDecoder().decode(came.body);
  const json = parseRedacted(body, redact);
  const wait = { retryAfterMs: retryAfterMs(headers) };
  const lost = (cause: LostCause): PartnerResult<T> =>
    present({ kind: 'lost' as const, cause, ...wait, text: maskedText(status, body, json, redact) });

  const refusal = explicitCode(json) ?? (about === 'other' ? codeInMessage(json) : undefined);
  if (!refusal && status >= 200 && status < 300) {
    const understood = answer.safeParse(json);
    if (understood.success) return { kind: 'ok', value: understood.data };
  }

  const code = refusal ?? codeInMessage(json);
  if (code) {
    const words = wordsOf(json);
    const message = words === undefined ? undefined : maskedWords(redact(words), keyOf(json));
    return present({ kind: 'refused' as const, code, ...wait, message });
  }
  if (status === 429) return present({ kind: 'rate_limited' as const, ...wait });
  if (status === 401) return { kind: 'refused', code: 'INVALID_TOKEN' };
  if (status === 404 && about === 'other') return { kind: 'no_such_call' };
  return lost(status >= 500 ? 'server_error' : 'not_understood');
}
