import { createServer, type Socket } from 'node:net';

export interface RawRequest {
  /** The head and body exactly as they came. */
  text: string;
  socket: Socket;
}

/** A server that speaks in bytes, for every answer that a well-behaved one would never give. */
export interface RawServer {
  url: string;
  port: number;
  /** Whole requests, in the order they came. */
  requests: string[];
  connections(): number;
  close(): Promise<void>;
}

/** Calls `answer` with each whole request (head, and body by content-length) on loopback. */
export async function startRawServer(answer: (request: RawRequest) => void): Promise<RawServer> {
  const sockets = new Set<Socket>();
  const requests: string[] = [];
  let connections = 0;
  const server = createServer(socket => {
    connections++;
    sockets.add(socket);
    let pending = '';
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', chunk => {
      pending += chunk.toString('latin1');
      const headEnd = pending.indexOf('\r\n\r\n');
      if (headEnd < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(pending)?.[1] ?? 0);
      if (pending.length < headEnd + 4 + length) return;
      const text = pending;
      pending = '';
      requests.push(text);
      answer({ text, socket });
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    requests,
    connections: () => connections,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

/** An HTTP answer in bytes; `headers` replace the usual ones. */
export function rawAnswer(
  status: number,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Buffer {
  const bytes = Buffer.from(body);
  const all = { 'content-type': 'application/json', 'content-length': `${bytes.length}`, ...headers };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.concat([Buffer.from(`${[`HTTP/1.1 ${status} X`, ...head].join('\r\n')}\r\n\r\n`), bytes]);
}
