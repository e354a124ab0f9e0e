import { contextBridge, ipcRenderer } from 'electron';
import type { TillEvent } from '../shared/events.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from './hosts/desktop/channels.ts';

/** The whole of what the page can reach outside itself. */
contextBridge.exposeInMainWorld('keytill', {
  call: (method: string, input: unknown): Promise<unknown> => ipcRenderer.invoke(CALL_CHANNEL, method, input),
  on(listener: (event: TillEvent) => void): () => void {
    const hear = (_source: unknown, event: TillEvent) => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, hear);
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, hear);
    };
  },
});
