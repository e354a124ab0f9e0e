import { type RefObject, useEffect, useRef } from 'react';

/** What had the focus has gone, or can no longer take a key. */
const isFocusLost = (): boolean => {
  const focused = document.activeElement;
  return focused === null || focused === document.body || focused.matches(':disabled');
};

/** Each time `moment` changes: where the focus was lost on the way, it goes to `place`, and not to the top of the page. */
export function useFocusBack(place: RefObject<HTMLElement | null>, moment: unknown): void {
  const before = useRef(moment);
  useEffect(() => {
    if (before.current === moment) return;
    before.current = moment;
    const frame = requestAnimationFrame(() => {
      if (isFocusLost()) place.current?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [place, moment]);
}
