import type { Emitter } from './emitter.ts';

/** What a net error is called without its prefix, and its number. */
export const FAILURES: Readonly<Record<string, number>> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_NAME_NOT_RESOLVED: -105,
};

/**
 * What becomes of the load that is begun next, as Electron's `loadURL` tells it: fulfilled when the page is there; rejected where it
 * fails, where another navigation takes its place, and where loading ends without a page.
 */
export function nextLoad(contents: Emitter, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let isStarted = false;
    const listeners: Record<string, Parameters<Emitter['on']>[1]> = {
      'did-start-navigation': (_event: object, to: string, isInPlace: boolean, isMainFrame: boolean) => {
        if (!isMainFrame || isInPlace) return;
        if (isStarted) fail('ERR_ABORTED', to);
        isStarted = true;
      },
      'did-finish-load': () => {
        stopListening();
        resolve();
      },
      'did-fail-load': (_event: object, _code: number, reason: string, at: string, isMainFrame: boolean) => {
        if (isMainFrame) fail(reason, at);
      },
      'did-stop-loading': () => fail('ERR_FAILED', url),
      destroyed: () => fail('ERR_FAILED', url),
    };
    for (const [name, listener] of Object.entries(listeners)) contents.on(name, listener);

    function stopListening(): void {
      for (const [name, listener] of Object.entries(listeners)) contents.off(name, listener);
    }
    function fail(code: string, at: string): void {
      stopListening();
      const errno = FAILURES[code] ?? FAILURES.ERR_FAILED;
      reject(Object.assign(new Error(`${code} (${errno}) loading '${at}'`), { errno, code, url: at }));
    }
  });
}
