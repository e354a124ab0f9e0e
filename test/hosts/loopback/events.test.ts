import { IncomingMessage, ServerResponse } from 'node:http';
import { connect, Socket } from 'node:net';
import { describe, expect, test, vi } from 'vitest';
import { createEventStreams } from '../../../electron/hosts/loopback/event-streams.ts';
import type { TillEvent } from '../../../shared/events.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { serveEachTest } from './served-till.ts';

const served = serveEachTest();
const { launch } = served;
const event: TillEvent = { name: 'session.changed', payload: { staff: null } };

describe('events', () => {
  async function listen(cookie: string) {
    const leave = new AbortController();
    const response = await fetch(`${served.origin}/events`, { headers: { cookie }, signal: leave.signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const page = { heard: '', leave: () => leave.abort() };
    const reading = async () => {
      for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) page.heard += text;
    };
    reading().catch(() => {});
    return page;
  }
  const hears = (page: { heard: string }, said: TillEvent) =>
    vi.waitFor(() => expect(page.heard.endsWith(`data: ${JSON.stringify(said)}\n\n`)).toBe(true));

  test('every page that listens hears what the till says', async () => {
    const cookie = await launch();
    const [one, two] = [await listen(cookie), await listen(cookie)];
    served.till.say(event);
    await hears(one, event);
    await hears(two, event);
  });

  test('a page that does not read is cut off, and the others go on hearing', async () => {
    const cookie = await launch();
    const stuck = connect(served.host.port, '127.0.0.1');
    stuck.write(`GET /events HTTP/1.1\r\nHost: 127.0.0.1:${served.host.port}\r\nCookie: ${cookie}\r\n\r\n`);
    await new Promise<void>(resolve => stuck.once('data', () => resolve()));
    stuck.pause();
    const well = await listen(cookie);
    const cut = new Promise<void>(resolve => stuck.once('close', () => resolve()));
    stuck.on('error', () => {});
    const long: TillEvent = {
      name: 'session.changed',
      payload: { staff: { id: 'x', name: 'y'.repeat(64 * 1024), role: 'cashier' } },
    };
    for (let round = 0; round < 400; round++) {
      served.till.say(long);
      await new Promise(resolve => setImmediate(resolve));
    }
    stuck.resume();
    await cut;
    served.till.say(event);
    await hears(well, event);
  });

  test('a page that leaves does not disturb the others', async () => {
    const cookie = await launch();
    const [gone, stays] = [await listen(cookie), await listen(cookie)];
    gone.leave();
    served.till.say(event);
    await hears(stays, event);
  });

  test('a page whose cookie no longer admits is cut off at the next beat, and others are not', async () => {
    const clock = new FakeClock();
    const streams = createEventStreams(served.till, clock);
    const [evicted, welcome] = [
      new ServerResponse(new IncomingMessage(new Socket())),
      new ServerResponse(new IncomingMessage(new Socket())),
    ];
    let isAdmitted = true;
    streams.open(evicted, () => isAdmitted);
    streams.open(welcome, () => true);
    await clock.pass(15_000);
    expect([evicted.destroyed, welcome.destroyed]).toEqual([false, false]);
    isAdmitted = false;
    await clock.pass(15_000);
    expect([evicted.destroyed, welcome.destroyed]).toEqual([true, false]);
    streams.close();
  });
});
