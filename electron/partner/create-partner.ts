import { isOfferId, type OfferId } from '../../shared/offer-id.ts';
import type { Http } from '../ports.ts';
import { type PartnerHosts, parseHosts } from './hosts.ts';
import type { Partner, PartnerResult } from './partner.ts';
import { type CallLog, createSend, type Tokens } from './send.ts';
import { balanceAnswer, plainBalanceAnswer, transactionsAnswer } from './wire/balance.ts';
import { cataloguePageAnswer } from './wire/catalogue.ts';
import { offerAnswer } from './wire/offer.ts';
import { orderAnswer } from './wire/order.ts';
import { orderBody } from './wire/order-body.ts';
import { playerAnswer, serversAnswer, telegramAnswer } from './wire/player.ts';

/** The same answer as the partner's own to such a request: nothing was bought, and repeating will not help. */
const notSendable = (what: string): PartnerResult<never> => ({
  kind: 'refused',
  code: 'INVALID_REQUEST_BODY',
  message: `Not sent: ${what} cannot be written as the partner wants it.`,
});

export interface PartnerOptions {
  http: Http & { close?: () => Promise<void> };
  hosts: PartnerHosts;
  tokens: Tokens;
  log?: (entry: CallLog) => void;
}

/** The client of the GamesDrop Partner API. Throws `invalid_input` where a host is not one to send a token to. */
export function createPartner({ http, hosts, ...options }: PartnerOptions): Partner {
  const send = createSend({ http, hosts: parseHosts(hosts), ...options });

  return {
    async balance({ priority = 'person', token } = {}) {
      const common = { method: 'GET', priority, ...(token !== undefined && { token }) } as const;
      const result = await send({ ...common, path: '/api/v1/offers/balance', answer: balanceAnswer });
      if (result.kind !== 'no_such_call') return result;
      return send({ ...common, path: '/api/v1/balance', answer: plainBalanceAnswer });
    },

    transactions: (page, limit) =>
      send({
        method: 'GET',
        path: `/api/v1/balance/transactions?${new URLSearchParams({ page: `${page}`, limit: `${limit}` })}`,
        answer: transactionsAnswer,
        priority: 'person',
        prefersManagement: true,
      }),

    offer: (offerId, { priority = 'person' } = {}) =>
      about(offerId, () =>
        send({
          method: 'POST',
          path: '/api/v1/offers/find-one',
          body: { offerId },
          answer: offerAnswer(offerId),
          priority,
        }),
      ),

    async createOrder(request) {
      const body = orderBody(request);
      if (!body) return notSendable('the offer or the price');
      return send({
        method: 'POST',
        path: '/api/v1/offers/create-order',
        body,
        answer: orderAnswer,
        about: 'order',
        priority: 'order',
      });
    },

    orderStatus: transactionId =>
      send({
        method: 'POST',
        path: '/api/v1/offers/order-status',
        body: { transactionId },
        answer: orderAnswer,
        about: 'order',
        priority: 'order',
      }),

    checkPlayer: (offerId, gameUserId, gameServerId) =>
      about(offerId, () =>
        send({
          method: 'POST',
          path: '/api/v1/offers/check-game-data',
          body: gameServerId === undefined ? { offerId, gameUserId } : { offerId, gameUserId, gameServerId },
          answer: playerAnswer,
          priority: 'person',
        }),
      ),

    telegramUser: username =>
      send({
        method: 'POST',
        host: 'aggregator',
        path: '/api/aggregator/a6/telegram/user-info',
        body: { username },
        answer: telegramAnswer(username),
        priority: 'person',
      }),

    cataloguePage: (page, limit) =>
      send({
        method: 'POST',
        path: '/api/v1/offers/sync',
        body: { page, limit },
        answer: cataloguePageAnswer,
        priority: 'background',
      }),

    servers: offerId =>
      about(offerId, () =>
        send({
          method: 'POST',
          path: '/api/v1/partner/product-offer/servers',
          body: { offerId },
          answer: serversAnswer,
          priority: 'person',
        }),
      ),

    close: async () => http.close?.(),
  };
}

/** An offer id goes out as a JSON number or as `telegram_stars_<n>`, and as nothing else. */
async function about<T>(offerId: OfferId, call: () => Promise<PartnerResult<T>>): Promise<PartnerResult<T>> {
  return isOfferId(offerId) ? call() : notSendable('the offer');
}
