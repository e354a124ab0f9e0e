import { type AddressInfo, createServer } from 'node:net';

/** One port for all starts of a till, as in a shop: what Chromium has compiled belongs to an address. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise(closed => server.close(closed));
  return port;
}
