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

/**
 * `port` 0: any free one. `socket`: one that the system has opened for this process, in place of the port. Rejects with
 * `PortInUse` when it is taken.
 */
export async function claimPort(port: number, socket?: number): Promise<ClaimedPort> {
  const server = createServer();
  const waiting: Parameters<RequestListener>[] = [];
  const wait: RequestListener = (request, response) => waiting.push([request, response]);
  server.on('request', wait);
  return {
    port: await listen(server, port, socket),
    server,
    answerWith(listener) {
      server.off('request', wait).on('request', listener);
      for (const [request, response] of waiting.splice(0)) {
        if (!response.closed) listener(request, response);
      }
    },
  };
}

function listen(server: Server, port: number, socket: number | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const listening = () => {
      const { address, port: taken } = server.address() as AddressInfo;
      if (address === '127.0.0.1') resolve(taken);
      else reject(new PortInUse(`The socket of the till must be on 127.0.0.1, not on ${address}.`));
    };
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new PortInUse(
              `Port ${port} cannot be used (${error.code}): stop what uses it, or choose another with --port.`,
            )
          : error,
      );
    });
    if (socket === undefined) server.listen(port, '127.0.0.1', listening);
    else server.listen({ fd: socket }, listening);
  });
}

const FIRST_PASSED = 3;

/** The socket that systemd holds for the till, also while that is not running: sd_listen_fds(3). */
export function passedSocket(environment: NodeJS.ProcessEnv, pid: number): number | undefined {
  const { LISTEN_PID, LISTEN_FDS } = environment;
  return LISTEN_PID === String(pid) && LISTEN_FDS === '1' ? FIRST_PASSED : undefined;
}
