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
      const ciphertext = Buffer.concat([cipher.update(key, 'utf8'), cipher.final()]);
      return { nonce, ciphertext, tag: cipher.getAuthTag(), dataKey: name };
    },
    open(orderId, sealed) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', dataKey, sealed.nonce)
          .setAAD(Buffer.from(orderId))
          .setAuthTag(sealed.tag);
        return Buffer.concat([decipher.update(sealed.ciphertext), decipher.final()]).toString('utf8');
      } catch {
        throw new TillError(
          'key_unreadable',
          'The stored key cannot be decrypted; ask the partner for it again.',
        );
      }
    },
  };
}
