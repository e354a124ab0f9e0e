/** One end of the bridge between the page's own world and the isolated one. */
export interface BridgeEnd {
  /** `contextBridge.exposeInMainWorld`. */
  expose(key: string, api: unknown): void;
}

/**
 * contextBridge between two worlds of one document. Both run this, from its source text; they share nothing but `window`,
 * and speak by events of a name that only they know, whose details Chromium clones from one world to the other. Functions
 * become functions that call back, everything else becomes a copy: by the rules of Electron's contextBridge.
 */
export function bridgeEnd(secret: string, side: 'page' | 'preload'): BridgeEnd {
  type Sent = { is: string; v?: unknown };
  interface Message {
    kind: 'call' | 'answer' | 'settle' | 'expose';
    id: number;
    ok?: boolean;
    value?: Sent;
    args?: Sent[];
    key?: string;
  }
  const DEEPEST = 1000;
  const { dispatchEvent } = EventTarget.prototype;
  const Custom = CustomEvent;
  const functions: ((...args: unknown[]) => unknown)[] = [];
  const promises: { resolve(value: unknown): void; reject(error: unknown): void }[] = [];
  const answers: Message[] = [];
  const other = side === 'page' ? 'preload' : 'page';

  const say = (message: Message): void => {
    dispatchEvent.call(window, new Custom(`${secret}${other}`, { detail: message }));
  };

  const attempt = (run: () => unknown): { ok: boolean; value: Sent } => {
    try {
      return { ok: true, value: pass(run(), 0) };
    } catch (error) {
      return { ok: false, value: passError(error) };
    }
  };

  /** A thrown error keeps its message; anything else that is thrown becomes one. */
  const passError = (error: unknown): Sent => ({
    is: 'error',
    v:
      error instanceof Error
        ? `${error.name === 'Error' ? '' : `${error.name}: `}${error.message}`
        : String(error),
  });

  function pass(value: unknown, depth: number): Sent {
    if (depth >= DEEPEST)
      throw new TypeError(
        'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
      );
    if (typeof value === 'symbol') throw new TypeError('An object could not be cloned.');
    if (typeof value === 'function') {
      functions.push(value as (...args: unknown[]) => unknown);
      return { is: 'function', v: functions.length - 1 };
    }
    if (typeof value !== 'object' || value === null) return { is: 'copy', v: value };
    if (value instanceof Promise) return passPromise(value);
    if (value instanceof Error) return passError(value);
    if (Array.isArray(value)) return { is: 'array', v: value.map(inner => pass(inner, depth + 1)) };
    if (Object.prototype.toString.call(value) === '[object Object]')
      return { is: 'object', v: Object.entries(value).map(([key, inner]) => [key, pass(inner, depth + 1)]) };
    return { is: 'copy', v: structuredClone(value) };
  }

  function passPromise(promise: Promise<unknown>): Sent {
    const id = functions.push(() => undefined) - 1;
    const settle = (ok: boolean, value: unknown) => {
      const result = attempt(() => value);
      say({ kind: 'settle', id, ok: ok && result.ok, value: ok ? result.value : passError(value) });
    };
    promise.then(
      value => settle(true, value),
      error => settle(false, error),
    );
    return { is: 'promise', v: id };
  }

  function receive(sent: Sent | undefined): unknown {
    if (!sent || sent.is === 'copy') return sent?.v;
    if (sent.is === 'error') return new Error(String(sent.v));
    if (sent.is === 'array') return (sent.v as Sent[]).map(receive);
    if (sent.is === 'object')
      return Object.fromEntries((sent.v as [string, Sent][]).map(([key, inner]) => [key, receive(inner)]));
    const id = Number(sent.v);
    if (sent.is === 'function') return (...args: unknown[]) => callOther(id, args);
    return new Promise((resolve, reject) => {
      promises[id] = { resolve, reject };
    });
  }

  function callOther(id: number, args: unknown[]): unknown {
    return ask({ kind: 'call', id, args: args.map(arg => pass(arg, 0)) });
  }

  /** Events are heard while they are sent, so the answer is there when `say` returns. */
  function ask(message: Message): unknown {
    const before = answers.length;
    say(message);
    const answer = answers.length > before ? answers.pop() : undefined;
    if (!answer) throw new Error('the other world is gone');
    if (!answer.ok) throw receive(answer.value);
    return receive(answer.value);
  }

  function frozen(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    for (const inner of Object.values(value)) frozen(inner);
    return Object.freeze(value);
  }

  function bind(key: string, api: unknown): void {
    if (Object.hasOwn(window, key))
      throw new Error(`Cannot bind an API on top of an existing property on the window object`);
    Object.defineProperty(window, key, { value: frozen(api), enumerable: true });
  }

  window.addEventListener(`${secret}${side}`, event => {
    event.stopImmediatePropagation();
    const message = (event as CustomEvent<Message>).detail;
    const { kind, id } = message;
    if (kind === 'answer') answers.push(message);
    else if (kind === 'settle') {
      const waiting = promises[id];
      if (message.ok) waiting?.resolve(receive(message.value));
      else waiting?.reject(receive(message.value));
    } else if (kind === 'expose')
      say({ kind: 'answer', id, ...attempt(() => bind(message.key ?? '', receive(message.value))) });
    else say({ kind: 'answer', id, ...attempt(() => functions[id]?.(...(message.args ?? []).map(receive))) });
  });

  return {
    expose(key, api) {
      ask({ kind: 'expose', id: 0, key, value: pass(api, 0) });
    },
  };
}
