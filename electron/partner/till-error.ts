import { type ErrorCode, type ErrorDetails, TillError } from '../../shared/errors.ts';
import type { PartnerResult } from './partner.ts';

export type PartnerFailure = Exclude<PartnerResult<never>, { kind: 'ok' }>;

/** What a person at the till is told when the partner did not do what was asked. */
export function tillErrorOf(failure: PartnerFailure): TillError {
  const { code, message, details } = meaningOf(failure);
  return new TillError(code, message, details);
}

interface Meaning {
  code: ErrorCode;
  message: string;
  details?: ErrorDetails;
}

function meaningOf(failure: PartnerFailure): Meaning {
  switch (failure.kind) {
    case 'refused':
      return refusal(failure);
    case 'rate_limited':
      return busy('The partner asks for fewer requests.', failure.retryAfterMs);
    case 'no_such_call':
      return { code: 'partner_not_understood', message: 'The partner does not know this call.' };
    case 'unsent':
      return { code: 'partner_unreachable', message: `The partner cannot be reached: ${failure.cause}` };
    case 'lost':
      return lost(failure);
    case 'no_token':
      return { code: 'token_missing', message: 'There is no partner token.' };
  }
}

function refusal(failure: Extract<PartnerFailure, { kind: 'refused' }>): Meaning {
  switch (failure.code) {
    case 'INVALID_TOKEN':
      return { code: 'token_rejected', message: 'The partner does not accept the token.' };
    case 'OFFER_NOT_FOUND':
      return { code: 'offer_not_found', message: 'The partner does not know this offer.' };
    case 'SERVICE_UNAVAILABLE':
    case 'BALANCE_UNAVAILABLE':
      return busy('The partner is not available just now.', failure.retryAfterMs);
    default: {
      const words = failure.message === undefined ? {} : { partnerMessage: failure.message };
      return {
        code: 'partner_refused',
        message: `The partner refused: ${failure.code}`,
        details: { partnerCode: failure.code, ...words },
      };
    }
  }
}

function lost(failure: Extract<PartnerFailure, { kind: 'lost' }>): Meaning {
  switch (failure.cause) {
    case 'timeout':
    case 'cut':
      return { code: 'partner_unreachable', message: `The partner did not answer: ${failure.cause}` };
    case 'server_error':
      return busy('The partner has trouble of its own.', failure.retryAfterMs);
    case 'too_large':
    case 'not_understood':
      return { code: 'partner_not_understood', message: 'The partner answered something else.' };
  }
}

function busy(message: string, retryAfterMs: number | undefined): Meaning {
  const meaning: Meaning = { code: 'partner_busy', message };
  return retryAfterMs === undefined
    ? meaning
    : { ...meaning, details: { retryAfterSeconds: Math.ceil(retryAfterMs / 1000) } };
}
