import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { UpdateFailure } from '../../../ports.ts';

/** Lets bytes through, and fails at their end unless this is their SHA-512, in base64. */
export function proven(sha512: string): Transform {
  const hash = createHash('sha512');
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      const isSigned = hash.digest('base64') === sha512;
      done(isSigned ? null : new UpdateFailure('untrusted', 'The package is not the one that was signed.'));
    },
  });
}
