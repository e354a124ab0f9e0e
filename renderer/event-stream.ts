import type { TillEvent } from '../shared/events.ts';
import type { BridgeEvent } from './bridge.ts';

const RENEW_EVERY_MS = 60 * 60_000;
const RENEWAL_MS = 5_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;

/**
 * Hears the loopback till on one server-sent stream, which is opened again, with growing waits, whenever it breaks. The
 * cookie that lets this page in is exchanged before, and every hour, with a stream under the new one in the place of the
 * old. Returns the function that stops it.
 */
export function hearEvents(origin: string, tell: (event: BridgeEvent) => void): () => void {
  let stream: EventSource | undefined;
  let next: ReturnType<typeof setTimeout> | undefined;
  let waitMs = FIRST_WAIT_MS;
  let isStopped = false;

  async function open(): Promise<void> {
    await renewCookie(origin);
    if (isStopped) return;
    clearTimeout(next);
    const before = stream;
    const opened = new EventSource(`${origin}/events`);
    stream = opened;
    opened.onopen = () => {
      const isGapless = before?.readyState === EventSource.OPEN;
      before?.close();
      waitMs = FIRST_WAIT_MS;
      next = setTimeout(open, RENEW_EVERY_MS);
      if (!isGapless) tell({ name: 'resync' });
    };
    opened.onmessage = message => tell(JSON.parse(message.data) as TillEvent);
    opened.onerror = () => {
      opened.close();
      if (stream !== opened) return;
      before?.close();
      stream = undefined;
      tell({ name: 'lost' });
      clearTimeout(next);
      next = setTimeout(open, waitMs);
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    };
  }

  void open();
  return () => {
    isStopped = true;
    clearTimeout(next);
    stream?.close();
  };
}

/** A till that is not there says so to the stream. */
async function renewCookie(origin: string): Promise<void> {
  await fetch(`${origin}/renew`, { method: 'POST', signal: AbortSignal.timeout(RENEWAL_MS) }).catch(() => {});
}
