import { useEffect, useEffectEvent } from 'react';

/** A second Enter within this time was still meant for the screen before. */
const SETTLED_MS = 800;
const HAS_ITS_OWN_ENTER = 'button, input, a, textarea, select, [role=dialog], [role=listbox]';

/** Enter, wherever nothing else wants it, does the next thing. */
export function useEnterAnywhere(next: () => void): void {
  const go = useEffectEvent(next);
  useEffect(() => {
    const shownAt = performance.now();
    function heed(event: KeyboardEvent) {
      if (event.key !== 'Enter' || event.repeat || performance.now() - shownAt < SETTLED_MS) return;
      if (event.target instanceof Element && event.target.closest(HAS_ITS_OWN_ENTER)) return;
      if (document.querySelector('[role=dialog]')) return;
      event.preventDefault();
      go();
    }
    window.addEventListener('keydown', heed);
    return () => window.removeEventListener('keydown', heed);
  }, []);
}
