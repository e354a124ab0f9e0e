import { expect, test } from 'vitest';
import { PARTNER_CODES } from '../../electron/partner/partner.ts';
import { type PartnerFailure, tillErrorOf } from '../../electron/partner/till-error.ts';

test.each<[PartnerFailure, string]>([
  [{ kind: 'refused', code: 'INVALID_TOKEN' }, 'token_rejected'],
  [{ kind: 'refused', code: 'OFFER_NOT_FOUND' }, 'offer_not_found'],
  [{ kind: 'refused', code: 'SERVICE_UNAVAILABLE' }, 'partner_busy'],
  [{ kind: 'refused', code: 'INVALID_REQUEST_BODY' }, 'partner_refused'],
  [{ kind: 'rate_limited' }, 'partner_busy'],
  [{ kind: 'no_such_call' }, 'partner_not_understood'],
  [{ kind: 'unsent', cause: 'ECONNREFUSED' }, 'partner_unreachable'],
  [{ kind: 'lost', cause: 'timeout' }, 'partner_unreachable'],
  [{ kind: 'lost', cause: 'cut' }, 'partner_unreachable'],
  [{ kind: 'lost', cause: 'server_error' }, 'partner_busy'],
  [{ kind: 'lost', cause: 'too_large' }, 'partner_not_understood'],
  [{ kind: 'lost', cause: 'not_understood', text: '<html>' }, 'partner_not_understood'],
  [{ kind: 'no_token' }, 'token_missing'],
])('%j is told as %s', (failure, code) => {
  expect(tillErrorOf(failure).code).toBe(code);
});

test('every refusal of the partner’s page has something to tell, and an unforeseen one names its code', () => {
  for (const code of PARTNER_CODES) expect(tillErrorOf({ kind: 'refused', code }).message).not.toBe('');
  const { details } = tillErrorOf({ kind: 'refused', code: 'WRONG_PRICE', message: 'price is 24' });
  expect(details).toEqual({ partnerCode: 'WRONG_PRICE', partnerMessage: 'price is 24' });
});

test('how long to wait is told in whole seconds', () => {
  expect(tillErrorOf({ kind: 'rate_limited', retryAfterMs: 1500 }).details).toEqual({ retryAfterSeconds: 2 });
});
