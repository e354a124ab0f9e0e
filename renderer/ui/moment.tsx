import { useSyncExternalStore } from 'react';
import { useFormat } from '../i18n/format-context.tsx';

/** A moment in the shop's time zone: "29 Mar 2026, 14:05". */
export function DateTime({ at }: { at: string }) {
  return <time dateTime={at}>{useFormat().dateTime(at)}</time>;
}

/** "3 minutes ago", "in 20 seconds": counts on by itself. */
export function TimeAgo({ at }: { at: string }) {
  const format = useFormat();
  const second = useNow();
  const moment = Date.parse(at);
  // The second that is shown has begun a little earlier: what happened within it is not yet to come.
  const now = moment - second < 1000 ? Math.max(second, moment) : second;
  return (
    <time dateTime={at} title={format.dateTime(at)}>
      {format.ago(at, now)}
    </time>
  );
}

/** The present second, in milliseconds: renders again every second for as long as someone is looking. */
export function useNow(): number {
  return useSyncExternalStore(watchSeconds, presentSecond);
}

/** In milliseconds, without the fraction: what every counter on screen counts by. */
export const presentSecond = (): number => Math.floor(Date.now() / 1000) * 1000;

function watchSeconds(tick: () => void): () => void {
  const timer = setInterval(tick, 1000);
  return () => clearInterval(timer);
}
