import type { ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Clock, Random } from '../../ports.ts';
import { readBundle } from '../bundle.ts';
import type { Till } from '../till.ts';
import { type CookieStore, createAccess } from './access.ts';
import { loopbackApp } from './app.ts';
import type { ClaimedPort } from './claimed-port.ts';
import { createEventStreams } from './event-streams.ts';

export interface LoopbackParts {
  till: Till;
  /** The renderer as built. */
  rendererDir: string;
  claimed: ClaimedPort;
  clock: Clock;
  random: Random;
  cookieStore: CookieStore;
}

export interface LoopbackHost {
  readonly port: number;
  /** A fresh address that lets one browser in, once, within 10 minutes; `used` is called when it has. */
  launchUrl(used?: () => void): string;
  /** Takes no more calls, lets those under way finish for up to a second, and drops every page. */
  stop(): Promise<void>;
}

const LAST_CALLS_MS = 1000;

/** Serves the till to browsers on this machine. */
export function startLoopbackHost(parts: LoopbackParts): LoopbackHost {
  const { till, clock, random, cookieStore } = parts;
  const { port, server } = parts.claimed;
  const bundle = readBundle(parts.rendererDir);
  const access = createAccess({ clock, random, cookieStore });
  const streams = createEventStreams(till, clock);
  const app = loopbackApp({ till, bundle, access, streams, port });
  const underWay = new Set<ServerResponse>();
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  parts.claimed.answerWith((request, response) => {
    underWay.add(response);
    response.on('close', () => underWay.delete(response));
    void answer(request, response);
  });

  return {
    port,
    launchUrl: used => `http://127.0.0.1:${port}/?launch=${access.issueLaunchCode(used)}`,
    async stop() {
      streams.close();
      for (const response of underWay) response.shouldKeepAlive = false;
      const closed = new Promise<void>(resolve => server.close(() => resolve()));
      const cancel = clock.after(LAST_CALLS_MS, () => server.closeAllConnections());
      await closed;
      cancel();
    },
  };
}
