import type { Decimal } from '../../shared/money.ts';
import type { OfferId } from '../../shared/offer-id.ts';
import type { RequestPriority } from '../ports.ts';

/** The error codes of the partner's page. */
export const PARTNER_CODES = [
  'INVALID_TOKEN',
  'OFFER_NOT_FOUND',
  'TRANSACTION_DUPLICATE',
  'WRONG_PRICE',
  'ORDER_NOT_FOUND',
  'ORDER_NOT_PROCESSING',
  'ORDER_NOT_COMPLETED',
  'ORDER_ALREADY_CANCELED',
  'ORDER_ALREADY_REFUNDED',
  'SERVICE_UNAVAILABLE',
  'INVALID_REQUEST_BODY',
  'INSUFFICIENT_BALANCE',
  'BALANCE_UNAVAILABLE',
] as const;
export type PartnerCode = (typeof PARTNER_CODES)[number];

/** What became of one request. One call is one attempt: nothing in the client tries again. */
export type PartnerResult<T> =
  | { kind: 'ok'; value: T }
  /** The partner answered with one of its documented codes. `message`: its words, secrets removed. */
  | { kind: 'refused'; code: PartnerCode; retryAfterMs?: number; message?: string }
  /** HTTP 429: not processed, come back later. */
  | { kind: 'rate_limited'; retryAfterMs?: number }
  /** HTTP 404 without a known code: this partner does not have this call. */
  | { kind: 'no_such_call' }
  /** Provably never left this machine. */
  | { kind: 'unsent'; cause: string }
  /** The outcome is unknown: no answer, a broken one, an unknown code. `text`: what came, secrets removed, cut short. */
  | { kind: 'lost'; cause: LostCause; retryAfterMs?: number; text?: string }
  /** There is no token to send. */
  | { kind: 'no_token' };

export type LostCause = 'timeout' | 'cut' | 'too_large' | 'server_error' | 'not_understood';

/** SUBMITTED → PROCESSING → COMPLETED, or CANCELED (also reported as FAILED), or REFUND. */
export type PartnerOrderStatus = 'SUBMITTED' | 'PROCESSING' | 'COMPLETED' | 'CANCELED' | 'REFUND';

export interface PartnerOrder {
  partnerOrderId: string;
  status: PartnerOrderStatus;
  /** Refused Stars orders come without it. */
  offerId?: OfferId;
  price?: Decimal;
  currency?: string;
  /** To the letter as it came, control characters and all. */
  key?: string;
  message?: string;
  /** Telegram Stars: what the partner says of the credit itself ("completed", "failed"). */
  deliveryStatus?: string;
  createdAt?: string;
  /** What came in a form that cannot be used: the key, or what says which order this is. */
  unusable?: 'key' | 'identity';
}

export interface PartnerOffer {
  offerId: OfferId;
  productName: string;
  offerName: string;
  price: Decimal;
  currency: string;
  /** `isReturnDataForCustomer`: a key comes back. Stars say true and bring none. */
  returnsKey: boolean;
}

export interface CatalogueRow extends PartnerOffer {
  inStock: boolean;
  needsServer: boolean;
  platform?: string;
  region?: string;
}

export interface PartnerBalance {
  balance: Decimal;
  reserved: Decimal;
  currency: string;
  postpaid: boolean;
  /** Empty where GET /api/v1/balance had to be asked and does not say. */
  partnerId: string;
}

export interface PartnerTransaction {
  id: string;
  amount: Decimal;
  type: string;
  description: string;
  balanceAfter: Decimal;
  /** ISO 8601, UTC. */
  createdAt: string;
}

export interface OrderRequest {
  offerId: OfferId;
  price: Decimal;
  transactionId: string;
  customer?: { email?: string; gameUserId?: string; gameServerId?: string };
}

export interface TelegramUser {
  valid: boolean;
  username: string;
  /** Missing: the customer must first write to @gamesdrop_api_bot. */
  telegramId?: string;
  firstName?: string;
}

export interface CallOptions {
  priority?: RequestPriority;
}

/** The GamesDrop Partner API as the till uses it. No method rejects; each result says what is known. */
export interface Partner {
  /** GET /api/v1/offers/balance; where that is 404, GET /api/v1/balance. `token`: ask with this one, not yet stored. */
  balance(options?: CallOptions & { token?: string }): Promise<PartnerResult<PartnerBalance>>;
  /** GET /api/v1/balance/transactions: the management token when one is stored, else the shop token. */
  transactions(
    page: number,
    limit: number,
  ): Promise<PartnerResult<{ transactions: PartnerTransaction[]; total: number }>>;
  /** POST /api/v1/offers/find-one */
  offer(offerId: OfferId, options?: CallOptions): Promise<PartnerResult<PartnerOffer>>;
  /**
   * POST /api/v1/offers/create-order. An offer or a price that cannot be written as a JSON number without changing it
   * is refused as INVALID_REQUEST_BODY, unsent.
   */
  createOrder(request: OrderRequest): Promise<PartnerResult<PartnerOrder>>;
  /** POST /api/v1/offers/order-status, by our transactionId */
  orderStatus(transactionId: string): Promise<PartnerResult<PartnerOrder>>;
  /** POST /api/v1/offers/check-game-data */
  checkPlayer(
    offerId: OfferId,
    playerId: string,
    serverId?: string,
  ): Promise<PartnerResult<{ valid: boolean; nickname?: string }>>;
  /** POST /api/aggregator/a6/telegram/user-info, on the aggregator's host */
  telegramUser(username: string): Promise<PartnerResult<TelegramUser>>;
  /** POST /api/v1/offers/sync: reported, not documented. `page` counts from 1. Rows that cannot be used are left out and counted. */
  cataloguePage(
    page: number,
    limit: number,
  ): Promise<PartnerResult<{ rows: CatalogueRow[]; skipped: number; total: number }>>;
  /** POST /api/v1/partner/product-offer/servers: reported, not documented. */
  servers(offerId: OfferId): Promise<PartnerResult<{ id: string; name: string }[]>>;
  /** Drops kept connections. */
  close(): Promise<void>;
}
