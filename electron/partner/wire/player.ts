import { z } from 'zod';
import { cleanText } from '../clean-text.ts';
import type { TelegramUser } from '../partner.ts';
import { present } from './present.ts';
import { absentIfNull, identifier, name, words } from './values.ts';

/** The answer of check-game-data. */
export const playerAnswer = z
  .object({ status: z.enum(['VALID', 'INVALID']), gameUserLogin: words })
  .transform(wire => present({ valid: wire.status === 'VALID', nickname: wire.gameUserLogin }));

const telegramId = identifier.refine(id => /^[1-9]\d{0,18}$/.test(id), 'a numeric id');

/** The answer of the Telegram look-up, about `asked`. Without `userInfo.id` the customer must write to the bot first. */
export const telegramAnswer = (asked: string) =>
  z
    .object({
      valid: z.boolean(),
      username: words,
      userInfo: z.object({ id: telegramId.nullish().transform(absentIfNull), first_name: words }).nullish(),
    })
    .transform(
      ({ valid, username, userInfo }): TelegramUser =>
        present({
          valid,
          username: username ?? asked.replace(/^@/, ''),
          telegramId: userInfo?.id,
          firstName: userInfo?.first_name,
        }),
    );

/** What an error body carries, and no game calls its servers. */
const NOT_SERVERS = ['error', 'message', 'code', 'statusCode', 'success'];
const LONGEST_SERVER_ID = 64;

/** Goes back to the partner exactly as it came, so one that cannot be shown is refused, not cleaned. */
const isServerId = (id: string) => id !== '' && cleanText(id, LONGEST_SERVER_ID) === id;

/** `{ "<server id>": "<name>" }` */
export const serversAnswer = z
  .record(z.string().refine(isServerId), name)
  .refine(servers => !NOT_SERVERS.some(field => Object.hasOwn(servers, field)), 'an error, not servers')
  .transform(servers => Object.entries(servers).map(([id, label]) => ({ id, name: label })));
