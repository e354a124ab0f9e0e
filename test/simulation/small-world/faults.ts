import { PARTNER_CODES } from '../../../electron/partner/partner.ts';
import { FINAL_WORDS, type RequestFate, SMOOTH } from '../world/fate.ts';

const bent = (change: Partial<RequestFate>): RequestFate => ({ ...SMOOTH, ...change });

/** Everything that can become of one request, each by its name. */
export const FAULTS: readonly { name: string; fate: RequestFate; onlyOf?: string }[] = [
  { name: 'never leaves', fate: bent({ there: 'unsent' }) },
  { name: 'is lost, and the connection breaks', fate: bent({ there: 'lost', back: 'cut' }) },
  { name: 'is lost in silence', fate: bent({ there: 'lost', back: 'never' }) },
  { name: 'is answered on a connection that breaks', fate: bent({ back: 'cut' }) },
  { name: 'is answered into silence', fate: bent({ back: 'never' }) },
  { name: 'arrives just after the time-out', fate: bent({ thereMs: 30_010 }) },
  { name: 'arrives long after the time-out', fate: bent({ thereMs: 57_000 }) },
  { name: 'arrives after its connection broke', fate: bent({ breaksMs: 100, thereMs: 27_000 }) },
  { name: 'is answered just before the time-out', fate: bent({ backMs: 29_900 }) },
  { name: 'is answered just after the time-out', fate: bent({ backMs: 30_100 }) },
  { name: 'arrives twice', fate: bent({ againMs: 2_500 }) },
  { name: 'has its answer truncated', fate: bent({ back: 'truncated' }) },
  { name: 'is answered with a web page', fate: bent({ back: 'garbled' }) },
  { name: 'is answered with too much', fate: bent({ back: 'too_large' }) },
  { name: 'is answered about another order', fate: bent({ back: 'another' }) },
  { name: 'is done, and said to be unavailable', fate: bent({ back: 'unavailable' }) },
  ...[500, 502, 503, 404, 403, 401].map(status => ({
    name: `is met with HTTP ${status}`,
    fate: bent({ answeredBy: { kind: 'status' as const, status } }),
  })),
  { name: 'is met with 429', fate: bent({ answeredBy: { kind: 'status', status: 429 } }) },
  {
    name: 'is met with 429 and Retry-After',
    fate: bent({ answeredBy: { kind: 'status', status: 429, retryAfter: 60 } }),
  },
  ...PARTNER_CODES.map(code => ({
    name: `is refused with ${code}`,
    fate: bent({ answeredBy: { kind: 'code' as const, code } }),
    ...(FINAL_WORDS.includes(code) ? { onlyOf: 'create-order' } : {}),
  })),
];
