import type { Partner } from '../../electron/partner/partner.ts';
import { HOSTS, KEY_ORDER } from '../support/partner-client.ts';

interface Documented {
  ask: (partner: Partner) => Promise<unknown>;
  request: string;
  body?: string;
  answer: unknown;
  value: unknown;
  priority: string;
}

export const BALANCE = {
  balance: 500.25,
  draftBalance: 0.0,
  isPostpaid: false,
  currency: { id: 3, code: 'USD' },
  partnerId: 123,
};

const STARS_ORDER = {
  orderId: 10228901,
  count: 1,
  price: 0.78,
  currency: 'USD',
  offerId: 'telegram_stars_100',
  productName: 'Telegram Stars',
  offerName: '100 Stars',
  status: 'COMPLETED',
  isReturnDataForCustomer: true,
  fulfillmentData: {
    telegram_user_id: 143594291,
    stars_amount: 100,
    transaction_id: 'tg_tx_abc123',
    delivery_status: 'completed',
  },
  createdAt: '2025-08-26T12:30:15.234Z',
};

const customer = { email: 'user@example.com', gameUserId: '143594291' };

/** Every call with the request and the answer of the partner's page, and what the till makes of them. */
export const calls: Record<string, Documented> = {
  balance: {
    ask: partner => partner.balance(),
    request: `GET ${HOSTS.partner}/api/v1/offers/balance`,
    answer: BALANCE,
    value: { balance: '500.25', reserved: '0', currency: 'USD', postpaid: false, partnerId: '123' },
    priority: 'person',
  },
  transactions: {
    ask: partner => partner.transactions(2, 20),
    request: `GET ${HOSTS.partner}/api/v1/balance/transactions?page=2&limit=20`,
    answer: {
      transactions: [
        {
          id: 12,
          amount: -75.0,
          type: 'PURCHASE',
          description: 'API Purchase - Virtual credits',
          balanceAfter: 425.0,
          createdAt: '2025-07-28T05:21:46.121Z',
        },
      ],
      total: 25,
    },
    value: {
      transactions: [
        {
          id: '12',
          amount: '-75',
          type: 'PURCHASE',
          description: 'API Purchase - Virtual credits',
          balanceAfter: '425',
          createdAt: '2025-07-28T05:21:46.121Z',
        },
      ],
      total: 25,
    },
    priority: 'person',
  },
  'find-one': {
    ask: partner => partner.offer(1001, { priority: 'background' }),
    request: `POST ${HOSTS.partner}/api/v1/offers/find-one`,
    body: '{"offerId":1001}',
    answer: {
      offerId: 1001,
      productName: 'PUBG MOBILE GIFT',
      offerName: '60 UC',
      count: 1,
      price: 560.1,
      currency: 'RUB',
      isReturnDataForCustomer: true,
    },
    value: {
      offerId: 1001,
      productName: 'PUBG MOBILE GIFT',
      offerName: '60 UC',
      price: '560.1',
      currency: 'RUB',
      returnsKey: true,
    },
    priority: 'background',
  },
  'create-order with a key': {
    ask: partner => partner.createOrder({ offerId: 1001, price: '560.10', transactionId: 'till-1' }),
    request: `POST ${HOSTS.partner}/api/v1/offers/create-order`,
    body: '{"offerId":1001,"price":560.1,"transactionId":"till-1"}',
    answer: KEY_ORDER,
    value: {
      partnerOrderId: '10222502',
      status: 'COMPLETED',
      offerId: 1001,
      price: '560.1',
      currency: 'RUB',
      key: '001434249936',
      createdAt: '2024-05-28T10:08:04.296Z',
    },
    priority: 'order',
  },
  'create-order of Stars': {
    ask: partner =>
      partner.createOrder({
        offerId: 'telegram_stars_100',
        price: '0.77',
        transactionId: 'till-2',
        customer,
      }),
    request: `POST ${HOSTS.partner}/api/v1/offers/create-order`,
    body: `{"offerId":"telegram_stars_100","price":0.77,"transactionId":"till-2","customer":${JSON.stringify(customer)}}`,
    answer: STARS_ORDER,
    value: {
      partnerOrderId: '10228901',
      status: 'COMPLETED',
      offerId: 'telegram_stars_100',
      price: '0.78',
      currency: 'USD',
      deliveryStatus: 'completed',
      createdAt: '2025-08-26T12:30:15.234Z',
    },
    priority: 'order',
  },
  'order-status of refused Stars': {
    ask: partner => partner.orderStatus('till-2'),
    request: `POST ${HOSTS.partner}/api/v1/offers/order-status`,
    body: '{"transactionId":"till-2"}',
    answer: {
      orderId: 10228902,
      status: 'CANCELED',
      message: 'Failed to deliver Stars: user not found',
      fulfillmentData: {
        telegram_user_id: 123456789,
        delivery_status: 'failed',
        error_message: 'user not found',
      },
      createdAt: '2025-08-26T12:30:15.234Z',
    },
    value: {
      partnerOrderId: '10228902',
      status: 'CANCELED',
      message: 'Failed to deliver Stars: user not found',
      deliveryStatus: 'failed',
      createdAt: '2025-08-26T12:30:15.234Z',
    },
    priority: 'order',
  },
  'check-game-data, valid': {
    ask: partner => partner.checkPlayer(1001, '52357322414', '1234'),
    request: `POST ${HOSTS.partner}/api/v1/offers/check-game-data`,
    body: '{"offerId":1001,"gameUserId":"52357322414","gameServerId":"1234"}',
    answer: { status: 'VALID', gameUserLogin: 'JJJ' },
    value: { valid: true, nickname: 'JJJ' },
    priority: 'person',
  },
  'check-game-data, invalid': {
    ask: partner => partner.checkPlayer(1001, '5'),
    request: `POST ${HOSTS.partner}/api/v1/offers/check-game-data`,
    body: '{"offerId":1001,"gameUserId":"5"}',
    answer: { status: 'INVALID' },
    value: { valid: false },
    priority: 'person',
  },
  'telegram look-up': {
    ask: partner => partner.telegramUser('@igoryan34'),
    request: `POST ${HOSTS.aggregator}/api/aggregator/a6/telegram/user-info`,
    body: '{"username":"@igoryan34"}',
    answer: {
      valid: true,
      username: 'igoryan34',
      userInfo: { id: 143594291, first_name: 'Igor', username: 'igoryan34', photo_url: 'AQAD' },
      message: 'User account verified successfully',
    },
    value: { valid: true, username: 'igoryan34', telegramId: '143594291', firstName: 'Igor' },
    priority: 'person',
  },
  'telegram look-up without an id': {
    ask: partner => partner.telegramUser('igoryan34'),
    request: `POST ${HOSTS.aggregator}/api/aggregator/a6/telegram/user-info`,
    body: '{"username":"igoryan34"}',
    answer: {
      valid: true,
      username: 'igoryan34',
      userInfo: { username: 'igoryan34', first_name: 'igoryan34' },
      message: 'Username format is valid, but user details are not publicly available.',
    },
    value: { valid: true, username: 'igoryan34', firstName: 'igoryan34' },
    priority: 'person',
  },
  sync: {
    ask: partner => partner.cataloguePage(1, 1000),
    request: `POST ${HOSTS.partner}/api/v1/offers/sync`,
    body: '{"page":1,"limit":1000}',
    answer: {
      count: 10_003,
      rows: [
        {
          offerGroupId: 2001,
          offerGroupName: '86 Diamonds',
          productId: 7,
          productName: 'Mobile Legends',
          price: 1.2,
          currency: 'USD',
          inStock: false,
          isRequiredGameUserId: true,
          isRequiredGameServerId: true,
          platformName: 'Mobile',
          regionCode: 'KZ',
          regionName: 'Kazakhstan',
        },
        { offerId: 'x', productName: 'odd', offerGroupName: 'odd', price: 1, currency: 'USD' },
        null,
      ],
    },
    value: {
      rows: [
        {
          offerId: 2001,
          productName: 'Mobile Legends',
          offerName: '86 Diamonds',
          price: '1.2',
          currency: 'USD',
          returnsKey: false,
          inStock: false,
          needsServer: true,
          platform: 'Mobile',
          region: 'Kazakhstan',
        },
      ],
      skipped: 2,
      total: 10_003,
    },
    priority: 'background',
  },
  servers: {
    ask: partner => partner.servers(2001),
    request: `POST ${HOSTS.partner}/api/v1/partner/product-offer/servers`,
    body: '{"offerId":2001}',
    answer: { '1001': 'Asia', eu: 'Europe' },
    value: [
      { id: '1001', name: 'Asia' },
      { id: 'eu', name: 'Europe' },
    ],
    priority: 'person',
  },
};
