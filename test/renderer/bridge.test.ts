import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EventSource } from 'undici';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type BridgeEvent, bridgeToHost, loopbackBridge } from '../../renderer/bridge.ts';

const offline = {
  name: 'connection.changed',
  payload: { state: 'offline', since: '2026-03-29T09:00:00.000Z' },
};

describe('on the loopback host', () => {
  let server: Server;
  let origin: string;
  let streams: ServerResponse[];
  let asked: unknown[];
  let answer: string;

  beforeEach(async () => {
    vi.stubGlobal('EventSource', EventSource);
    streams = [];
    asked = [];
    answer = JSON.stringify({ ok: true, value: { staff: [] } });
    server = createServer((request, response) => {
      if (request.url === '/events') {
        response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
        streams.push(response);
        return;
      }
      let body = '';
      request.on('data', chunk => {
        body += chunk;
      });
      request.on('end', () => {
        asked.push({ method: request.method, url: request.url, body: JSON.parse(body || 'null') });
        response.end(answer);
      });
    });
    await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(async () => {
    for (const stream of streams) stream.destroy();
    await new Promise(closed => server.close(closed));
    vi.unstubAllGlobals();
  });

  test('a call is posted by name and its answer comes back as it is', async () => {
    const answered = await loopbackBridge(origin).call('staff.list', {});
    expect(answered).toEqual({ ok: true, value: { staff: [] } });
    expect(asked).toEqual([{ method: 'POST', url: '/call', body: { method: 'staff.list', input: {} } }]);
  });

  test('an answer that cannot be read is a till that does not answer', async () => {
    answer = '<html>';
    expect(await loopbackBridge(origin).call('staff.list', {})).toMatchObject({
      ok: false,
      error: { code: 'till_unreachable' },
    });
  });

  test('a till that is gone is an answer, not an exception', async () => {
    expect(await loopbackBridge('http://127.0.0.1:1').call('staff.list', {})).toMatchObject({
      ok: false,
      error: { code: 'till_unreachable' },
    });
  });

  test('events are heard, and a stream that broke is said to be lost and opened again with a resync', async () => {
    const heard: BridgeEvent[] = [];
    const stop = loopbackBridge(origin).on(event => heard.push(event));
    await vi.waitFor(() => expect(heard).toEqual([{ name: 'resync' }]));
    // The page has exchanged its cookie before, so that the stream is opened with the new one.
    expect(asked).toEqual([{ method: 'POST', url: '/renew', body: null }]);

    streams[0]?.write(`data: ${JSON.stringify(offline)}\n\n`);
    await vi.waitFor(() => expect(heard).toEqual([{ name: 'resync' }, offline]));

    streams[0]?.destroy();
    await vi.waitFor(
      () => expect(heard).toEqual([{ name: 'resync' }, offline, { name: 'lost' }, { name: 'resync' }]),
      3000,
    );
    expect(streams).toHaveLength(2);
    stop();
  });

  test('every hour the cookie is exchanged, and another stream takes the place of the old one without a word', async () => {
    const anHourPasses = clockworkHour();
    const heard: BridgeEvent[] = [];
    const stop = loopbackBridge(origin).on(event => heard.push(event));
    await vi.waitFor(() => expect(heard).toEqual([{ name: 'resync' }]));
    const oldEnds = new Promise(resolve => streams[0]?.on('close', resolve));

    anHourPasses();
    await oldEnds;
    expect(asked).toHaveLength(2);
    streams[1]?.write(`data: ${JSON.stringify(offline)}\n\n`);
    await vi.waitFor(() => expect(heard).toEqual([{ name: 'resync' }, offline]));
    stop();
  });

  test('whoever stops listening hears nothing more, and the last one closes the stream', async () => {
    const bridge = loopbackBridge(origin);
    const first = vi.fn();
    const second = vi.fn();
    const stopFirst = bridge.on(first);
    const stopSecond = bridge.on(second);
    await vi.waitFor(() => expect(second).toHaveBeenCalledTimes(1));
    stopFirst();
    streams[0]?.write(`data: ${JSON.stringify(offline)}\n\n`);
    await vi.waitFor(() => expect(second).toHaveBeenCalledTimes(2));
    expect(first).toHaveBeenCalledTimes(1);

    const closed = new Promise(resolve => streams[0]?.on('close', resolve));
    stopSecond();
    await closed;
  });
});

/** Lets the test say when what was to come in an hour comes. */
function clockworkHour(): () => void {
  const real = globalThis.setTimeout;
  let due = (): void => {};
  vi.stubGlobal('setTimeout', (work: () => void, ms: number, ...given: []) => {
    if (ms === 60 * 60_000) due = work;
    return real(work, ms, ...given);
  });
  return () => due();
}

describe('in the desktop window', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('calls and events go through what the preload script gives', async () => {
    const call = vi.fn(async () => ({ ok: true, value: { staff: [] } }));
    const on = vi.fn(() => () => {});
    vi.stubGlobal('window', { keytill: { call, on } });
    const bridge = bridgeToHost();
    expect(await bridge.call('staff.list', {})).toEqual({ ok: true, value: { staff: [] } });
    expect(call).toHaveBeenCalledWith('staff.list', {});
    bridge.on(() => {});
    expect(on).toHaveBeenCalledTimes(1);
  });

  test('a main process that refuses to answer is a till that does not answer', async () => {
    const call = async () => {
      throw new Error('No handler registered');
    };
    vi.stubGlobal('window', { keytill: { call, on: () => () => {} } });
    expect(await bridgeToHost().call('staff.list', {})).toMatchObject({
      ok: false,
      error: { code: 'till_unreachable' },
    });
  });
});
