import type { PartnerCode } from '../partner/partner.ts';

/** The HTTP status that goes with each documented code. */
const STATUS: Record<PartnerCode, number> = {
  INVALID_TOKEN: 401,
  OFFER_NOT_FOUND: 404,
  TRANSACTION_DUPLICATE: 409,
  WRONG_PRICE: 400,
  ORDER_NOT_FOUND: 404,
  ORDER_NOT_PROCESSING: 409,
  ORDER_NOT_COMPLETED: 409,
  ORDER_ALREADY_CANCELED: 409,
  ORDER_ALREADY_REFUNDED: 409,
  SERVICE_UNAVAILABLE: 503,
  INVALID_REQUEST_BODY: 400,
  INSUFFICIENT_BALANCE: 402,
  BALANCE_UNAVAILABLE: 503,
};

/** The page does not give the shape of an error body: these are the ones a client has to read. */
export const ERROR_SHAPES = ['error.code', 'code', 'error', 'message'] as const;
export type ErrorShape = (typeof ERROR_SHAPES)[number];

/** What a call answers instead of its usual body. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: PartnerCode;

  constructor(code: PartnerCode) {
    super(code);
    this.code = code;
  }
}

/** HTTP 429, outside the documented codes. */
export class TooManyRequests extends Error {
  override readonly name = 'TooManyRequests';
  readonly retryAfterSeconds = 1;
}

export function refusalAnswer(
  code: PartnerCode,
  shape: ErrorShape,
  forcedStatus: number | null,
): { status: number; body: unknown } {
  return { status: forcedStatus ?? STATUS[code], body: errorBody(code, shape) };
}

function errorBody(code: PartnerCode, shape: ErrorShape): unknown {
  switch (shape) {
    case 'error.code':
      return { error: { code } };
    case 'code':
      return { code };
    case 'error':
      return { error: code };
    case 'message':
      return { message: code };
  }
}

/** What a web framework says of a path it does not have: a 404 without any of the codes. */
export function noSuchCall(method: string, path: string): { status: number; body: unknown } {
  return { status: 404, body: { statusCode: 404, message: `Cannot ${method} ${path}`, error: 'Not Found' } };
}
