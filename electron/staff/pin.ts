import { createHmac, scrypt, timingSafeEqual } from 'node:crypto';
import type { Random } from '../ports.ts';

export interface PinHash {
  salt: Buffer;
  hash: Buffer;
}

const COST = { N: 16_384, r: 8, p: 1 };

/** scrypt over salt and pepper: the database alone does not let anyone try the ten thousand PINs. */
export async function hashPin(pin: string, pepper: Uint8Array, random: Random): Promise<PinHash> {
  const salt = Buffer.from(random.bytes(16));
  return { salt, hash: await derive(pin, salt, pepper) };
}

export async function isPin(pin: string, stored: PinHash, pepper: Uint8Array): Promise<boolean> {
  return timingSafeEqual(await derive(pin, stored.salt, pepper), stored.hash);
}

function derive(pin: string, salt: Buffer, pepper: Uint8Array): Promise<Buffer> {
  const peppered = createHmac('sha256', pepper).update(pin).digest();
  return new Promise((resolve, reject) => {
    scrypt(peppered, salt, 32, COST, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
