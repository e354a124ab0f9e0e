import { useEffect, useEffectEvent } from 'react';

/** A scanner leaves less than this between two characters; fingers leave more. */
const SCANNER_GAP_MS = 80;
const SHORTEST_CODE = 3;

/** A code typed as fast as only a scanner does and ended by Enter, wherever the focus is, goes to `take`. */
export function useScanAnywhere(take: (code: string) => void): void {
  const taken = useEffectEvent(take);
  useEffect(() => {
    let code = '';
    let lastAt = 0;
    function heed(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Shift') return;
      if (document.querySelector('[role=dialog]')) return;
      const isFast = event.timeStamp - lastAt <= SCANNER_GAP_MS;
      lastAt = event.timeStamp;
      if (event.key !== 'Enter') {
        const isCharacter = [...event.key].length === 1;
        code = isCharacter ? (isFast ? code : '') + event.key : '';
        return;
      }
      const scanned = isFast ? code.trim() : '';
      code = '';
      if (scanned.length < SHORTEST_CODE) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      taken(scanned);
    }
    window.addEventListener('keydown', heed, { capture: true });
    return () => window.removeEventListener('keydown', heed, { capture: true });
  }, []);
}
