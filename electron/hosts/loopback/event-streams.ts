import type { ServerResponse } from 'node:http';
import type { Clock } from '../../ports.ts';
import type { Till } from '../till.ts';

/** The till's events as server-sent events, to every page that listens. */
export interface EventStreams {
  /** Takes the response over: it stays open until either side ends it, or the page is no longer admitted. */
  open(response: ServerResponse, isAdmitted: () => boolean): void;
  close(): void;
}

const HEARTBEAT_MS = 15_000;
const MOST_STREAMS = 32;
/** What may wait for a page that does not read. Past it the page is cut off; it reconnects and asks afresh. */
const MOST_WAITING_BYTES = 512 * 1024;

export function createEventStreams(till: Till, clock: Clock): EventStreams {
  const streams = new Map<ServerResponse, () => boolean>();

  const send = (text: string) => {
    for (const stream of streams.keys()) {
      if (stream.writableLength > MOST_WAITING_BYTES) stream.destroy();
      else stream.write(text);
    }
  };
  const stopListening = till.on(event => send(`data: ${JSON.stringify(event)}\n\n`));
  const beat = () => {
    for (const [stream, isAdmitted] of streams) if (!isAdmitted()) stream.destroy();
    send(': still here\n\n');
    cancelBeat = clock.after(HEARTBEAT_MS, beat);
  };
  let cancelBeat = clock.after(HEARTBEAT_MS, beat);

  return {
    open(response, isAdmitted) {
      const [oldest] = streams.keys();
      if (oldest && streams.size >= MOST_STREAMS) oldest.destroy();
      streams.set(response, isAdmitted);
      response.on('close', () => streams.delete(response));
      response.on('error', () => streams.delete(response));
      response.write('retry: 1000\n\n');
    },
    close() {
      stopListening();
      cancelBeat();
      for (const stream of streams.keys()) stream.destroy();
      streams.clear();
    },
  };
}
