import { contextBridge, ipcRenderer } from 'electron';
import type { TillEvent } from '../shared/events.ts';
import { ALIVE_CHANNEL, CALL_CHANNEL, EVENT_CHANNEL } from './hosts/desktop/channels.ts';

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

declare const document: Record<'body', Content> & { getElementById(id: string): Content };
type Content = { childElementCount: number } | null;

const TELL_EVERY_MS = 2_000;

/** An empty page is not alive, however well it runs. */
setInterval(() => {
  const content = document.getElementById('root') ?? document.body;
  ipcRenderer.send(ALIVE_CHANNEL, (content?.childElementCount ?? 0) > 0);
}, TELL_EVERY_MS);
