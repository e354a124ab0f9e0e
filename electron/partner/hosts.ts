import { TillError } from '../../shared/errors.ts';

export interface PartnerHosts {
  /** Offers, orders and balance. */
  partner: string;
  /** Telegram look-up. */
  aggregator: string;
}

export type PartnerHost = keyof PartnerHosts;

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * The two addresses as bare origins. Throws `invalid_input` for anything a token should not be sent to:
 * plain http is for this machine alone.
 */
export function parseHosts(hosts: PartnerHosts): PartnerHosts {
  return { partner: origin('partner', hosts.partner), aggregator: origin('aggregator', hosts.aggregator) };
}

function origin(host: PartnerHost, address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const refuse = (why: string) => new TillError('invalid_input', `The ${host} address ${why}.`, { host });
  if (!url) throw refuse('is not a web address, such as https://partner.example');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refuse('must start with https://');
  if (url.protocol === 'http:' && !LOOPBACK.has(url.hostname))
    throw refuse('must start with https://: plain http is allowed only to this machine');
  if (url.username || url.password) throw refuse('must not contain a user name or password');
  if (url.pathname !== '/' || url.search || url.hash)
    throw refuse('must be a host alone, without anything after it');
  return url.origin;
}
