import type { BridgeEnd } from './bridge.ts';

/** What the double's main process says to the isolated world of a page, and hears from it through the binding. */
export interface FromPreload {
  kind: 'invoke' | 'send' | 'preload-error';
  id?: number;
  channel?: string;
  args?: string;
  message?: string;
}

export interface PreloadConfig {
  binding: string;
  deliver: string;
  path: string;
  /** Why the script cannot be run at all. */
  unreadable?: string;
}

type Script = (require: unknown, process: unknown, exports: unknown, module: unknown) => void;

interface Doors {
  [name: string]: unknown;
}

/** Runs a preload script as a sandboxed window does: a CommonJS function, whose `require` knows Electron's own part alone. */
export function runPreload(
  config: PreloadConfig,
  script: Script,
  bridge: BridgeEnd,
  encode: (value: unknown) => string,
  decode: (text: string) => unknown,
): void {
  const doors = globalThis as unknown as Doors;
  const tell = doors[config.binding] as (text: string) => void;
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const listeners = new Map<string, { heard: unknown; run: (...args: unknown[]) => void }[]>();
  let lastId = 0;

  const say = (message: FromPreload) => tell(JSON.stringify(message));
  const listening = (channel: string) => listeners.get(channel) ?? [];
  const hear = (channel: string, run: (...args: unknown[]) => void, once: boolean) => {
    const entry = {
      heard: run,
      run: (...args: unknown[]) => {
        if (once) forget(channel, run);
        run(...args);
      },
    };
    listeners.set(channel, [...listening(channel), entry]);
    return ipcRenderer;
  };
  const forget = (channel: string, run: unknown) => {
    const index = listening(channel).findLastIndex(entry => entry.heard === run);
    listeners.set(
      channel,
      listening(channel).filter((_entry, at) => at !== index),
    );
    return ipcRenderer;
  };

  const ipcRenderer = {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const id = ++lastId;
      const packed = encode(args);
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        say({ kind: 'invoke', id, channel, args: packed });
      });
    },
    send: (channel: string, ...args: unknown[]) => say({ kind: 'send', channel, args: encode(args) }),
    on: (channel: string, run: (...args: unknown[]) => void) => hear(channel, run, false),
    addListener: (channel: string, run: (...args: unknown[]) => void) => hear(channel, run, false),
    once: (channel: string, run: (...args: unknown[]) => void) => hear(channel, run, true),
    off: forget,
    removeListener: forget,
    removeAllListeners(channel: string) {
      listeners.delete(channel);
      return ipcRenderer;
    },
  };

  doors[config.deliver] = (text: string) => {
    const message = JSON.parse(text);
    if (message.kind === 'answer') {
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.ok) call?.resolve(decode(message.value));
      else call?.reject(new Error(message.error));
      return;
    }
    const args = decode(message.args) as unknown[];
    for (const { run } of listening(message.channel)) run({ sender: ipcRenderer, ports: [] }, ...args);
  };

  /** Only what a preload script may touch: asking for anything else says so instead of being undefined. */
  const only = (name: string, known: object): object =>
    new Proxy(known, {
      get(target, key) {
        if (typeof key === 'symbol' || key in target) return Reflect.get(target, key);
        throw new TypeError(`the double of Electron does not do ${name}.${key} in a preload script`);
      },
    });
  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown) {
      bridge.expose(key, api);
    },
  };
  const electron = only('electron', {
    contextBridge: only('contextBridge', contextBridge),
    ipcRenderer: only('ipcRenderer', ipcRenderer),
  });
  const require = (name: string): unknown => {
    if (name === 'electron') return electron;
    throw new Error(`module not found: ${name}`);
  };

  try {
    if (config.unreadable) throw config.unreadable;
    const module = { exports: {} };
    const process = { sandboxed: true, contextIsolated: true, type: 'renderer', env: {} };
    script(require, process, module.exports, module);
  } catch (error) {
    console.error(`Unable to load preload script: ${config.path}`);
    console.error(error);
    say({ kind: 'preload-error', message: String(error) });
  }
}
