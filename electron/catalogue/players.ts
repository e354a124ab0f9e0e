import type { Output, ParsedInput } from '../../shared/contract.ts';
import { TillError } from '../../shared/errors.ts';
import type { OfferId } from '../../shared/offer-id.ts';
import type { Partner, PartnerResult } from '../partner/partner.ts';
import { tillErrorOf } from '../partner/till-error.ts';
import type { Clock } from '../ports.ts';
import { type CheckResult, createRecentChecks } from './recent-checks.ts';
import type { StoredOffer } from './stored-offer.ts';

export interface PlayerNeeds {
  clock: Clock;
  partner: Pick<Partner, 'checkPlayer' | 'telegramUser' | 'servers'>;
  /** Throws `offer_not_found`. */
  offer: (offerId: OfferId) => StoredOffer;
}

export interface Players {
  /** Throws `server_required`, `stars_need_numeric_id`, and what is wrong with the token; never what is wrong with the network. */
  checkPlayer(asked: ParsedInput<'player.check'>): Promise<Output<'player.check'>>;
  /** A numeric id needs no look-up, so it is accepted even while the partner cannot be asked. */
  telegram(asked: ParsedInput<'player.telegram'>): Promise<Output<'player.telegram'>>;
  /** Empty where the partner has no list: then the server is typed. */
  servers(asked: ParsedInput<'player.servers'>): Promise<Output<'player.servers'>>;
  lastCheck(offerId: OfferId, playerId: string, serverId?: string): CheckResult | undefined;
}

interface Verdict {
  valid: boolean;
  nickname?: string;
}

const TELEGRAM_ID = /^[1-9]\d{0,18}$/;

export function createPlayers({ clock, partner, offer }: PlayerNeeds): Players {
  const checks = createRecentChecks(clock);

  async function ask(stored: StoredOffer, playerId: string, serverId?: string) {
    if (stored.delivery !== 'stars') return partner.checkPlayer(stored.offerId, playerId, serverId);
    return asVerdict(await partner.telegramUser(playerId));
  }

  return {
    async checkPlayer({ offerId, playerId, serverId }) {
      const stored = offer(offerId);
      if (stored.needsServer && serverId === undefined) {
        throw new TillError('server_required', 'This game also needs the server of the player.');
      }
      if (stored.delivery === 'stars' && !TELEGRAM_ID.test(playerId)) {
        throw new TillError('stars_need_numeric_id', 'Stars go to a numeric Telegram id, not to a name.');
      }
      const answer = toAnswer(await ask(stored, playerId, serverId));
      checks.note(offerId, playerId, serverId, answer.result);
      return answer;
    },

    async telegram({ username }) {
      const name = plainName(username);
      const isId = TELEGRAM_ID.test(name);
      const result = await partner.telegramUser(name);
      if (result.kind !== 'ok') {
        if (isId) return { valid: true, username: name, telegramId: name };
        throw tillErrorOf(result);
      }
      const { valid, telegramId = isId && valid ? name : undefined, firstName } = result.value;
      return {
        valid,
        username: result.value.username,
        ...(telegramId === undefined ? {} : { telegramId }),
        ...(firstName === undefined ? {} : { firstName }),
      };
    },

    async servers({ offerId }) {
      const result = await partner.servers(offer(offerId).offerId);
      if (isTokenTrouble(result)) throw tillErrorOf(result);
      return { servers: result.kind === 'ok' ? result.value : [] };
    },

    lastCheck: checks.last,
  };
}

function toAnswer(result: PartnerResult<Verdict>): Output<'player.check'> {
  if (isTokenTrouble(result)) throw tillErrorOf(result);
  if (result.kind !== 'ok') return { result: 'unavailable' };
  const { valid, nickname } = result.value;
  if (!valid) return { result: 'invalid' };
  return nickname === undefined ? { result: 'valid' } : { result: 'valid', nickname };
}

function asVerdict(result: Awaited<ReturnType<Partner['telegramUser']>>): PartnerResult<Verdict> {
  if (result.kind !== 'ok') return result;
  const { valid, firstName } = result.value;
  return { kind: 'ok', value: firstName === undefined ? { valid } : { valid, nickname: firstName } };
}

function isTokenTrouble(
  result: PartnerResult<unknown>,
): result is Extract<PartnerResult<never>, { kind: 'refused' | 'no_token' }> {
  return result.kind === 'no_token' || (result.kind === 'refused' && result.code === 'INVALID_TOKEN');
}

/** "@name", "name", "https://t.me/name" and "t.me/name" are the same person. */
function plainName(typed: string): string {
  return typed
    .trim()
    .replace(/^(?:https?:\/\/)?(?:t\.me|telegram\.me)\//i, '')
    .replace(/^@/, '');
}
