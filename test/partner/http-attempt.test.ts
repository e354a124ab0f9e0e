import { connect } from 'node:net';
import { Agent, Dispatcher } from 'undici';
import { expect, test } from 'vitest';
import { systemClock } from '../../electron/adapters/system-clock.ts';
import { attempt } from '../../electron/partner/http-attempt.ts';
import type { HttpRequest } from '../../electron/ports.ts';
import { startRawServer } from '../support/raw-server.ts';

const limits = { callMs: 50, answerBytes: 1_000 };
const post = (url: string): HttpRequest => ({
  method: 'POST',
  url,
  headers: {},
  body: '{}',
  priority: 'order',
});

test('a request given up while it was connecting is not sent when the connection comes after all', async () => {
  const server = await startRawServer(() => {});
  let open = () => {};
  const agent = new Agent({
    allowH2: false,
    connect: (options, callback) => {
      open = () => {
        const socket = connect(Number(options.port), options.hostname);
        socket.once('connect', () => callback(null, socket));
      };
    },
  });
  const came = await attempt(agent, post(server.url), systemClock, limits);
  expect(came).toEqual({ kind: 'unsent', cause: 'timeout' });

  let isClosed = false;
  agent.once('disconnect', () => {
    isClosed = true;
  });
  open();
  await expect.poll(() => isClosed).toBe(true);
  expect(server.connections()).toBe(1);
  expect(server.requests).toEqual([]);
  await agent.destroy();
  await server.close();
});

test('a second announcement of the same request, a hidden retry, is stopped before it is written', async () => {
  const aborted: string[] = [];
  const controller = (name: string) => {
    const abort = () => void aborted.push(name);
    return { abort } as unknown as Dispatcher.DispatchController;
  };
  class Retrying extends Dispatcher {
    override dispatch(_options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
      handler.onRequestStart?.(controller('first'), {});
      handler.onRequestStart?.(controller('second'), {});
      handler.onResponseError?.(controller('second'), new Error('aborted'));
      return true;
    }
  }
  const came = await attempt(new Retrying(), post('http://127.0.0.1:1'), systemClock, limits);
  expect(came).toEqual({ kind: 'lost', cause: 'cut' });
  expect(aborted).toEqual(['second']);
});
