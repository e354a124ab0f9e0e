/** Every call of the partner that the sandbox answers, by the name that faults and the ledger use. */
export const CALLS = {
  'offers-balance': { method: 'GET', path: '/api/v1/offers/balance' },
  balance: { method: 'GET', path: '/api/v1/balance' },
  transactions: { method: 'GET', path: '/api/v1/balance/transactions' },
  'find-one': { method: 'POST', path: '/api/v1/offers/find-one' },
  'create-order': { method: 'POST', path: '/api/v1/offers/create-order' },
  'order-status': { method: 'POST', path: '/api/v1/offers/order-status' },
  'check-game-data': { method: 'POST', path: '/api/v1/offers/check-game-data' },
  sync: { method: 'POST', path: '/api/v1/offers/sync' },
  servers: { method: 'POST', path: '/api/v1/partner/product-offer/servers' },
  'telegram-user-info': { method: 'POST', path: '/api/aggregator/a6/telegram/user-info' },
} as const;

export type CallName = keyof typeof CALLS;
export const CALL_NAMES = Object.keys(CALLS) as CallName[];
