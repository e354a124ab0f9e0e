import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Clock, Random } from '../../ports.ts';
import { readBundle } from '../bundle.ts';
import type { Till } from '../till.ts';
import { type CookieStore, createAccess } from './access.ts';
import { loopbackApp } from './app.ts';
import { createEventStreams } from './event-streams.ts';

export interface LoopbackParts {
  till: Till;
  /** The renderer as built. */
  rendererDir: string;
  /** 0: any free one. */
  port: number;
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

export class PortInUse extends Error {
  override readonly name = 'PortInUse';
}

const LAST_CALLS_MS = 1000;

/** Serves the till to browsers on this machine: 127.0.0.1 only. Rejects with `PortInUse` when the port is taken. */
export async function startLoopbackHost(parts: LoopbackParts): Promise<LoopbackHost> {
  const { till, clock, random, cookieStore } = parts;
  const bundle = readBundle(parts.rendererDir);
  const server = createServer();
  const port = await listen(server, parts.port);
  const access = createAccess({ clock, random, cookieStore });
  const streams = createEventStreams(till, clock);
  const app = loopbackApp({ till, bundle, access, streams, port });
  const underWay = new Set<ServerResponse>();
  server.on('request', (_request, response) => {
    underWay.add(response);
    response.on('close', () => underWay.delete(response));
  });
  server.on('request', getRequestListener(app.fetch, { overrideGlobalObjects: false }));

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

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new PortInUse(
              `Port ${port} cannot be used (${error.code}): stop what uses it, or choose another with --port.`,
            )
          : error,
      );
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
