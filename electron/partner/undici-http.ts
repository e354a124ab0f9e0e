import type { Agent } from 'undici';
import type { Clock, Http } from '../ports.ts';
import { attempt } from './http-attempt.ts';
import { createRequestLimiter } from './request-limiter.ts';

export interface HttpLimits {
  connectMs: number;
  /** A whole call, once its turn has come, up to the last byte of the answer. */
  callMs: number;
  answerBytes: number;
  atOnce: number;
  perSecond: number;
  /** How long a request may wait for its turn before it is given up unsent. */
  turnMs: number;
}

export const HTTP_LIMITS: HttpLimits = {
  connectMs: 5_000,
  callMs: 30_000,
  answerBytes: 4 * 1024 * 1024,
  atOnce: 6,
  perSecond: 20,
  turnMs: 30_000,
};

export interface ClosableHttp extends Http {
  /** Ends every request under way and drops kept connections. Later requests are `unsent`. */
  close(): Promise<void>;
}

/**
 * The Http port on undici: kept connections, HTTP/1.1, one attempt per call. Proxy variables of the environment
 * are ignored on purpose: the partner's token takes no way that nobody set up for the till.
 */
export function createUndiciHttp(given: { clock: Clock; limits?: Partial<HttpLimits> }): ClosableHttp {
  const { clock } = given;
  const limits = { ...HTTP_LIMITS, ...given.limits };
  let agent: Promise<Agent> | undefined;
  const limiter = createRequestLimiter(clock, {
    atOnce: limits.atOnce,
    perWindow: limits.perSecond,
    windowMs: 1_000,
    longestWaitMs: limits.turnMs,
  });

  return {
    async request(request) {
      const outcome = await limiter.take(request.priority, async () => {
        agent ??= openAgent(limits);
        return attempt(await agent, request, clock, limits);
      });
      return outcome ?? { kind: 'unsent', cause: 'no_turn' };
    },
    async close() {
      limiter.close();
      await (await agent)?.destroy();
    },
  };
}

/** Loaded with the first request: the till is on the screen before it needs the network. */
async function openAgent({ atOnce, connectMs }: HttpLimits): Promise<Agent> {
  const { Agent } = await import('undici');
  return new Agent({
    connections: atOnce,
    pipelining: 1,
    allowH2: false,
    connect: { timeout: connectMs },
    // The call's own deadline covers both.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}
