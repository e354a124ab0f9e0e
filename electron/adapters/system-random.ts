import { randomFillSync } from 'node:crypto';
import type { Random } from '../ports.ts';

/** A call into the system for every id would cost more than writing the order that it names. */
const POOL = 1_024;
const pool = new Uint8Array(POOL);
let left = 0;

/** The randomness of this machine: `bytes` is fit for keys and ids, `fraction` only for jitter. */
export const systemRandom: Random = {
  bytes: length => (length > POOL ? randomFillSync(new Uint8Array(length)) : fromPool(length)),
  fraction: () => Math.random(),
};

function fromPool(length: number): Uint8Array<ArrayBuffer> {
  if (left < length) {
    randomFillSync(pool);
    left = POOL;
  }
  const taken = pool.subarray(left - length, left);
  left -= length;
  const bytes = taken.slice();
  // A secret that was handed out is nowhere else.
  taken.fill(0);
  return bytes;
}
