import { afterEach } from 'vitest';
import { systemClock } from '../../electron/adapters/system-clock.ts';
import { createUndiciHttp, type HttpLimits } from '../../electron/partner/undici-http.ts';
import { type RawRequest, startRawServer } from './raw-server.ts';

/** Servers that speak in bytes and the real client, all closed after each test of the file that asks for them. */
export function httpAndServers(usual: Partial<HttpLimits>) {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  return {
    async serve(answer: (request: RawRequest) => void) {
      const server = await startRawServer(answer);
      closing.push(server.close);
      return server;
    },
    open(limits: Partial<HttpLimits> = {}) {
      const http = createUndiciHttp({ clock: systemClock, limits: { ...usual, ...limits } });
      closing.push(http.close);
      return http;
    },
  };
}
