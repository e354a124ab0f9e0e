import { useEffect, useEffectEvent } from 'react';
import { listenForScan, type ScanRhythm } from '../ui/scan-rhythm.ts';

interface ScanTaker extends ScanRhythm {
  /** A character came that may be the first of a code; no field has it yet. */
  begin?: () => void;
  take: (code: string) => void;
}

/** A code typed as fast as only a scanner does and ended by Enter, wherever the focus is, goes to `take`; its Enter does nothing else. */
export function useScanAnywhere({ longestGapMs, shortest, begin, take }: ScanTaker): void {
  const begun = useEffectEvent(() => begin?.());
  const taken = useEffectEvent(take);
  useEffect(() => {
    const listen = listenForScan({ longestGapMs, shortest });
    function heed(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.key === 'Shift') return;
      if (document.querySelector('[role=dialog]')) return;
      const step = listen(event.key, event.timeStamp);
      if (step === 'begun') begun();
      if (typeof step === 'string') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      taken(step.scanned);
    }
    window.addEventListener('keydown', heed, { capture: true });
    return () => window.removeEventListener('keydown', heed, { capture: true });
  }, [longestGapMs, shortest]);
}
