import type { Partner, PartnerResult } from './partner.ts';

export type ObservedResult = PartnerResult<unknown>;

/**
 * The same partner, telling `observe` how each call went. Left out: calls that say nothing of the way to the partner
 * or of the shop's token (another host, another token).
 */
export function watchPartner(partner: Partner, observe: (result: ObservedResult) => void): Partner {
  const watched = async <T>(call: Promise<PartnerResult<T>>): Promise<PartnerResult<T>> => {
    const result = await call;
    observe(result);
    return result;
  };
  /** The partner limits some calls by themselves: a limit on these says nothing of orders. */
  const watchedApart = async <T>(call: Promise<PartnerResult<T>>): Promise<PartnerResult<T>> => {
    const result = await call;
    if (result.kind !== 'rate_limited') observe(result);
    return result;
  };
  return {
    balance: options =>
      options?.token === undefined ? watchedApart(partner.balance(options)) : partner.balance(options),
    transactions: (page, limit) => partner.transactions(page, limit),
    offer: (offerId, options) => watched(partner.offer(offerId, options)),
    createOrder: request => watched(partner.createOrder(request)),
    orderStatus: transactionId => watched(partner.orderStatus(transactionId)),
    checkPlayer: (offerId, playerId, serverId) =>
      watchedApart(partner.checkPlayer(offerId, playerId, serverId)),
    telegramUser: username => partner.telegramUser(username),
    cataloguePage: (page, limit) => watchedApart(partner.cataloguePage(page, limit)),
    servers: offerId => watchedApart(partner.servers(offerId)),
    close: () => partner.close(),
  };
}
