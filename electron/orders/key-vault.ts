import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { TillError } from '../../shared/errors.ts';
import type { Random } from '../ports.ts';

/** A key as it lies on disk. */
export interface SealedKey {
  nonce: Buffer;
  ciphertext: Buffer;
  tag: Buffer;
  dataKey: string;
}

export interface KeyVault {
  /** Names the data key in use, without telling it. */
  readonly dataKey: string;
  seal(orderId: string, key: string): SealedKey;
  /** Throws `key_unreadable` where it was sealed with another data key, for another order, or was changed. */
  open(orderId: string, sealed: SealedKey): string;
}

/** AES-256-GCM, one nonce per value, bound to its order: a key moved to another row does not open. */
export function createKeyVault(dataKey: Uint8Array, random: Random): KeyVault {
  if (dataKey.length !== 32) throw new Error('the data key must have 32 bytes');
  const name = createHash('sha256').update('keytill data key').update(dataKey).digest('hex').slice(0, 16);
  return {
    dataKey: name,
    seal(orderId, key) {
      const nonce = Buffer.from(random.bytes(12));
      const cipher = createCipheriv('aes-256-gcm', dataKey, nonce).setAAD(Buffer.from(orderId));
      const ciphertext = Buffer.concat([cipher.update(bytesOf(key)), cipher.final()]);
      return { nonce, ciphertext, tag: cipher.getAuthTag(), dataKey: name };
    },
    open(orderId, sealed) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', dataKey, sealed.nonce)
          .setAAD(Buffer.from(orderId))
          .setAuthTag(sealed.tag);
        return textOf(Buffer.concat([decipher.update(sealed.ciphertext), decipher.final()]));
      } catch {
        throw new TillError(
          'key_unreadable',
          'The stored key cannot be decrypted; ask the partner for it again.',
        );
      }
    },
  };
}

/** No UTF-8 begins with it: what follows is UTF-16, for a key with half a character, which UTF-8 cannot hold. */
const HALVES = 0xff;

function bytesOf(key: string): Buffer {
  return key.isWellFormed()
    ? Buffer.from(key, 'utf8')
    : Buffer.concat([Uint8Array.of(HALVES), Buffer.from(key, 'utf16le')]);
}

function textOf(bytes: Buffer): string {
  return bytes[0] === HALVES ? bytes.subarray(1).toString('utf16le') : bytes.toString('utf8');
}
