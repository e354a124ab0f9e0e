import { z } from 'zod';
import { TooManyRequests } from '../refusal.ts';
import { telegramUserInfo } from '../telegram.ts';
import type { World } from '../world.ts';
import { parseBody } from './parse.ts';

const userInfoBody = z.object({ username: z.union([z.string().trim().min(1), z.int().positive()]) });

export function userInfo(world: World, body: unknown): unknown {
  const { username } = parseBody(userInfoBody, body);
  if (!world.telegramLimit.admit(world.settings.telegramPerSecond)) throw new TooManyRequests();
  return telegramUserInfo(String(username));
}
