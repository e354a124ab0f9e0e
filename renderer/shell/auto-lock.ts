import { useEffect } from 'react';

const INPUT = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Calls `lock` once nobody has touched anything for that long. */
export function useAutoLock(minutes: number, lock: () => void): void {
  useEffect(() => {
    let timer = setTimeout(lock, minutes * 60_000);
    const touched = () => {
      clearTimeout(timer);
      timer = setTimeout(lock, minutes * 60_000);
    };
    for (const kind of INPUT) window.addEventListener(kind, touched, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const kind of INPUT) window.removeEventListener(kind, touched, { capture: true });
    };
  }, [minutes, lock]);
}
