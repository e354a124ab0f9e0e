import { textNumber } from './seeded.ts';

/** Telegram ids that cannot be credited with Stars, with the partner's words for it. The first is the page's example. */
export const STARS_REFUSALS: ReadonlyMap<string, string> = new Map([
  ['123456789', 'user not found'],
  ['111111111', 'STARGIFT_INVALID'],
  ['222222222', 'bot was blocked by user'],
]);

interface TelegramPerson {
  id: number;
  first_name: string;
  photo_url?: string;
}

const PEOPLE: ReadonlyMap<string, TelegramPerson> = new Map([
  ['igoryan34', { id: 143594291, first_name: 'Igor', photo_url: 'AQADAgADRKgxGzMTjwgABCAI' }],
  ['stars_restricted', { id: 111111111, first_name: 'Rina' }],
  ['blocked_the_bot', { id: 222222222, first_name: 'Болат' }],
]);

const VERIFIED = 'User account verified successfully';
const UNVERIFIED =
  'Username format is valid, but user details are not publicly available. Full verification requires user interaction with the bot.';
const MALFORMED = 'Invalid username format';

/**
 * Who a username or numeric id belongs to. A well-formed name beginning with `new` has never written to the bot and has
 * no id; every other one has.
 */
export function telegramUserInfo(input: string): Record<string, unknown> {
  const username = input.trim().replace(/^@/, '');
  if (/^\d{5,15}$/.test(username)) return byId(username);
  if (!/^[A-Za-z][A-Za-z0-9_]{4,31}$/.test(username)) return { valid: false, username, message: MALFORMED };
  const person = PEOPLE.get(username.toLowerCase());
  if (person) return { valid: true, username, userInfo: { ...person, username }, message: VERIFIED };
  if (/^new/i.test(username)) {
    return { valid: true, username, userInfo: { username, first_name: username }, message: UNVERIFIED };
  }
  const id = 300_000_000 + (textNumber(username.toLowerCase()) % 5_000_000_000);
  return { valid: true, username, userInfo: { id, first_name: username, username }, message: VERIFIED };
}

function byId(digits: string): Record<string, unknown> {
  const id = Number(digits);
  if (STARS_REFUSALS.get(digits) === 'user not found') {
    return { valid: false, username: digits, message: 'User not found' };
  }
  for (const [username, person] of PEOPLE) {
    if (person.id === id)
      return { valid: true, username, userInfo: { ...person, username }, message: VERIFIED };
  }
  return { valid: true, username: digits, userInfo: { id, first_name: `User ${digits}` }, message: VERIFIED };
}
