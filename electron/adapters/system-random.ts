import { randomBytes } from 'node:crypto';
import type { Random } from '../ports.ts';

/** The randomness of this machine: `bytes` is fit for keys and ids, `fraction` only for jitter. */
export const systemRandom: Random = {
  bytes: length => new Uint8Array(randomBytes(length)),
  fraction: () => Math.random(),
};
