import type { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Clock, UpdateFailure } from '../../../ports.ts';

/** The least that has to come every minute. What is slower is broken, or holds the till up on purpose. */
export const LEAST_A_MINUTE = 64 * 1024;
const MINUTE_MS = 60_000;

/** One request, not yet sent, that calls back with its answer. Electron's and Node's are alike in this. */
export interface Request {
  on(event: 'error', listener: (error: Error) => void): unknown;
  end(): unknown;
  abort(): void;
}
export type Ask = (answered: (answer: IncomingMessage) => void) => Request;

/**
 * Hands one answer to `into` as it comes. Whatever becomes of it, the request has ended afterwards. Rejects with `tooMuch` where more
 * than `bytes` come, with `UpdateFailure` where it is none or too slow, and with what failed on the way.
 */
export async function boundedAnswer<T>(
  ask: Ask,
  clock: Clock,
  bytes: number,
  tooMuch: UpdateFailure,
  into: (body: AsyncIterable<Buffer>) => Promise<T>,
): Promise<T> {
  const ending = new AbortController();
  const { signal } = ending;
  let [came, cameBefore, cancel] = [0, 0, () => {}];
  const watch = () => {
    cancel = clock.after(MINUTE_MS, () => {
      if (came - cameBefore < LEAST_A_MINUTE)
        return ending.abort(new UpdateFailure('unreachable', 'The update server is too slow.'));
      cameBefore = came;
      watch();
    });
  };
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      came += chunk.length;
      if (came > bytes) done(tooMuch);
      else done(null, chunk);
    },
  });
  let request: Request | undefined;
  watch();
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      request = ask(resolve);
      // Stays: what fails after this answer was given up is nobody's business.
      request.on('error', reject);
      request.end();
    });
    answer.on('error', () => {});
    if (answer.statusCode !== 200)
      throw new UpdateFailure('unreachable', `The update server answers with ${answer.statusCode}.`);
    return await pipeline(answer, counted, into, { signal });
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    cancel();
    request?.abort();
  }
}
