import { TEST_OFFER_ID } from '../../shared/offer-id.ts';
import { EXAMPLE_OFFER_ID } from './catalogue/fixtures.ts';
import type { SandboxOffer } from './catalogue/product.ts';
import { pick, textNumber } from './seeded.ts';

const FIRST = ['Shadow', 'Lucky', 'Ночной', 'Sweet', 'xX', 'Алтын', 'Mr', 'Turbo', '★', 'Silent'] as const;
const SECOND = ['Wolf', 'Барыс', 'Panda', 'Hunter', 'Кот', 'Mage', '龍', 'Sniper', 'Nomad', 'Queen'] as const;

/** The page's own example of a player. */
const EXAMPLE_PLAYER = { id: '52357322414', nickname: 'JJJ' };

/**
 * Which players there are, in this one place: an id begins with anything but 0, does not contain 404, and has 3 to 64
 * letters, digits or any of . _ # + @ -
 */
export function isPlayerId(playerId: string): boolean {
  return /^[A-Za-z1-9+@][\w.#+@-]{2,63}$/.test(playerId) && !playerId.includes('404');
}

/** A zone, where the offer wants one, is digits; a server is one of its list. */
export function isServerOf(offer: SandboxOffer, serverId: string | undefined): boolean {
  const { servers } = offer.product;
  if (servers === 'none') return true;
  if (serverId === undefined) return false;
  return servers === 'typed' ? /^\d{1,8}$/.test(serverId) : Object.hasOwn(servers, serverId);
}

/** The player's nickname, or undefined for INVALID: no such player, or an offer whose players cannot be checked. */
export function nicknameOf(
  offer: SandboxOffer,
  playerId: string,
  serverId: string | undefined,
): string | undefined {
  if (offer.offerId === EXAMPLE_OFFER_ID && playerId === EXAMPLE_PLAYER.id) return EXAMPLE_PLAYER.nickname;
  const isValid = isPlayerId(playerId) && isServerOf(offer, serverId);
  if (offer.offerId !== TEST_OFFER_ID && !(offer.product.checkable && isValid)) return undefined;
  const number = textNumber(`${playerId}/${serverId ?? ''}`);
  return `${pick(FIRST, number)}${pick(SECOND, number >>> 8)}${number % 100}`;
}
