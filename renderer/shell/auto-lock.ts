import { useEffect } from 'react';

const INPUT = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Locks the till once nobody has touched anything for that long. */
export function useAutoLock(minutes: number, lock: () => void): void {
  useEffect(() => watchForIdleness(window, minutes, lock), [minutes, lock]);
}

/** Calls `lock` every time the page has been left alone for `minutes`; returns the function that stops watching. */
export function watchForIdleness(page: EventTarget, minutes: number, lock: () => void): () => void {
  let timer = setTimeout(lock, minutes * 60_000);
  const touched = () => {
    clearTimeout(timer);
    timer = setTimeout(lock, minutes * 60_000);
  };
  for (const kind of INPUT) page.addEventListener(kind, touched, { capture: true, passive: true });
  return () => {
    clearTimeout(timer);
    for (const kind of INPUT) page.removeEventListener(kind, touched, { capture: true });
  };
}
