import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** A network printer on loopback: keeps everything that was sent to it, one entry per connection. */
export interface PaperPrinter {
  readonly target: string;
  readonly jobs: Uint8Array[];
  /** Everything, as text: what could be read off the paper. */
  text(): string;
  stop(): Promise<void>;
}

export async function startPaperPrinter(): Promise<PaperPrinter> {
  const jobs: Uint8Array[] = [];
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, socket => {
    const chunks: Buffer[] = [];
    sockets.add(socket);
    socket.on('data', chunk => chunks.push(chunk));
    socket.on('error', () => sockets.delete(socket));
    socket.on('end', () => {
      jobs.push(Buffer.concat(chunks));
      socket.end();
    });
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    target: `tcp://127.0.0.1:${port}`,
    jobs,
    text: () => jobs.map(job => Buffer.from(job).toString('latin1')).join('\n'),
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise(closed => server.close(closed));
    },
  };
}
