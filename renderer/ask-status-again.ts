import { useState } from 'react';
import { useFrom } from './stores.tsx';
import { createTerminalStore } from './terminal-store.ts';

/** For a button that looks whether the till is well by now, and says while it does. */
export function useAskStatusAgain() {
  const refresh = useFrom(createTerminalStore, state => state.refresh);
  const [isPending, setPending] = useState(false);
  return {
    isPending,
    async ask(): Promise<void> {
      setPending(true);
      await refresh();
      setPending(false);
    },
  };
}
