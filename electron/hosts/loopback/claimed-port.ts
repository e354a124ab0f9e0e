import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A port on 127.0.0.1, taken before the till behind it is open: a kiosk's browser is started at the same moment, and
 * waits here instead of showing that nobody answers.
 */
export interface ClaimedPort {
  readonly port: number;
  readonly server: Server;
  /** Answers everybody from now on, first those who are waiting. Called once. */
  answerWith(listener: RequestListener): void;
}

export class PortInUse extends Error {
  override readonly name = 'PortInUse';
}

/** `port` 0: any free one. Rejects with `PortInUse` when it is taken. */
export async function claimPort(port: number): Promise<ClaimedPort> {
  const server = createServer();
  const waiting: Parameters<RequestListener>[] = [];
  const wait: RequestListener = (request, response) => waiting.push([request, response]);
  server.on('request', wait);
  return {
    port: await listen(server, port),
    server,
    answerWith(listener) {
      server.off('request', wait).on('request', listener);
      for (const [request, response] of waiting.splice(0)) {
        if (!response.closed) listener(request, response);
      }
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
