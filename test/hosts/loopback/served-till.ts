import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { systemRandom } from '../../../electron/adapters/system-random.ts';
import { claimPort } from '../../../electron/hosts/loopback/claimed-port.ts';
import { type LoopbackHost, startLoopbackHost } from '../../../electron/hosts/loopback/start.ts';
import type { Till } from '../../../electron/hosts/till.ts';
import type { TillEvent } from '../../../shared/events.ts';

export class FakeTill implements Till {
  readonly calls: { method: unknown; input: unknown }[] = [];
  readonly listeners = new Set<(event: TillEvent) => void>();
  /** What a call waits for before it is answered. */
  gate: Promise<void> = Promise.resolve();

  async call(method: unknown, input: unknown) {
    this.calls.push({ method, input });
    await this.gate;
    return { ok: true as const, value: { echoed: input } };
  }
  on(listener: (event: TillEvent) => void) {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
  say(said: TillEvent) {
    for (const listener of this.listeners) listener(said);
  }
}

const PAGE =
  '<!doctype html><title>KeyTill</title><script type="module" src="/assets/main-Ab3dEf9h.js"></script>';
/** A browser that got in says where it is. */
const SCRIPT = `fetch('/call', { method: 'POST', body: JSON.stringify({ method: 'opened', input: location.href }) });`;

/** A till with a small bundle, served afresh to every test of the file that calls this. */
export function serveEachTest() {
  let [folder, hashes]: [string, string[]] = ['', []];
  let host: LoopbackHost | undefined;
  const start = async (port = 0) =>
    startLoopbackHost({
      till: served.till,
      rendererDir: folder,
      claimed: await claimPort(port),
      clock: systemClock,
      random: systemRandom,
      cookieStore: {
        load: () => hashes,
        save(saved) {
          hashes = saved;
        },
      },
    });
  const served = {
    till: new FakeTill(),
    get host() {
      if (!host) throw new Error('the till is served within tests only');
      return host;
    },
    start,
    /** A new process on the same port, with what the old one had stored. */
    async restart() {
      const { port } = served.host;
      await served.host.stop();
      host = await start(port);
    },
    get origin() {
      return `http://127.0.0.1:${served.host.port}`;
    },
    /** The bundle loses its page, as if it had never been built. */
    unbuild: () => rmSync(join(folder, 'index.html')),
    /** Opens a launch address and keeps the cookie it gives. */
    async launch(): Promise<string> {
      const response = await fetch(served.host.launchUrl(), { redirect: 'manual' });
      const cookie = response.headers.get('set-cookie')?.split(';')[0];
      if (response.status !== 303 || !cookie) throw new Error(`the launch was answered ${response.status}`);
      return cookie;
    },
    get: (path: string, headers: Record<string, string> = {}) =>
      fetch(served.origin + path, { headers, redirect: 'manual' }),
    call: (body: string, headers: Record<string, string> = {}) =>
      fetch(`${served.origin}/call`, { method: 'POST', body, headers }),
    /** Sends what fetch would not: any Host, any path as written. Resolves to the status. */
    raw: (path: string, headers: Record<string, string>) =>
      new Promise<number | undefined>((resolve, reject) => {
        const { port } = served.host;
        request({ host: '127.0.0.1', port, path, headers }, response => {
          response.resume().on('end', () => resolve(response.statusCode));
        })
          .on('error', reject)
          .end();
      }),
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'keytill-bundle-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), PAGE);
    writeFileSync(join(folder, 'assets', 'main-Ab3dEf9h.js'), SCRIPT);
    writeFileSync(join(folder, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    hashes = [];
    served.till = new FakeTill();
    host = await start();
  });
  afterEach(async () => {
    await served.host.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return served;
}
