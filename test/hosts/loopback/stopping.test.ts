import { networkInterfaces } from 'node:os';
import { describe, expect, test, vi } from 'vitest';
import { serveEachTest } from './served-till.ts';

const served = serveEachTest();
const { call, get, launch } = served;

describe('starting and stopping', () => {
  test('a port in use is said plainly', async () => {
    await expect(served.start(served.host.port)).rejects.toThrow(/Port \d+ cannot be used.*--port/);
  });

  test('screens that are not built are said plainly', async () => {
    served.unbuild();
    await expect(served.start()).rejects.toThrow(/not built.*npm run build/);
  });

  const outside = Object.values(networkInterfaces())
    .flat()
    .find(address => address?.internal === false && address.family === 'IPv4');
  test.skipIf(!outside)('only this machine can connect', async () => {
    await expect(fetch(`http://${outside?.address}:${served.host.port}/`)).rejects.toThrow();
  });

  test('stopping drops the pages, lets a call under way finish and takes no more', async () => {
    const cookie = await launch();
    const page = await get('/events', { cookie });
    let open = () => {};
    served.till.gate = new Promise(resolve => (open = resolve));
    const underWay = call('{"method":"slow","input":{}}', { cookie });
    await vi.waitFor(() => expect(served.till.calls).toHaveLength(1));
    const stopped = served.host.stop();
    await expect(page.text()).rejects.toThrow();
    await expect(get('/', { cookie })).rejects.toThrow();
    open();
    expect((await underWay).status).toBe(200);
    await stopped;
    expect(served.till.listeners.size).toBe(0);
  });

  test('a call that never ends is cut off after a second', async () => {
    const cookie = await launch();
    served.till.gate = new Promise(() => {});
    const underWay = call('{"method":"stuck","input":{}}', { cookie });
    const cut = expect(underWay).rejects.toThrow();
    await vi.waitFor(() => expect(served.till.calls).toHaveLength(1));
    await served.host.stop();
    await cut;
  });
});
