import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { SandboxApp } from './app.ts';

/** One address on 127.0.0.1 that can be closed and opened again without losing its port. */
export interface Listener {
  readonly url: string;
  open(): Promise<void>;
  /** Ends every open connection at once; from then on clients are refused. */
  close(): Promise<void>;
}

const KEEP_ALIVE_MS = 60_000;
/** While it is closed, the system may lend the port to an outgoing connection for a moment. */
const REOPEN_TRIES = 100;
const REOPEN_PAUSE_MS = 20;

export async function listen(app: SandboxApp, port: number): Promise<Listener> {
  let server = await start(app, port);
  let isOpen = true;
  const address = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${address.port}`,
    async open() {
      if (isOpen) return;
      server = await restart(app, address.port, REOPEN_TRIES);
      isOpen = true;
    },
    async close() {
      if (!isOpen) return;
      isOpen = false;
      const closed = new Promise(resolve => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function start(app: SandboxApp, port: number): Promise<Server> {
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

async function restart(app: SandboxApp, port: number, triesLeft: number): Promise<Server> {
  try {
    return await start(app, port);
  } catch (error) {
    if (triesLeft === 0) throw error;
    await new Promise(resolve => setTimeout(resolve, REOPEN_PAUSE_MS));
    return restart(app, port, triesLeft - 1);
  }
}
