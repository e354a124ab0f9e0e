import type { Clock } from '../../ports.ts';

/** As much of a window as there is to hear here. */
interface Paintable {
  once(event: 'ready-to-show', listener: () => void): unknown;
}

const LONGEST_MS = 5_000;

/** Resolves when the window can be seen with its page; one that is never painted is waited for five seconds. */
export function painted(window: Paintable, clock: Clock): Promise<void> {
  return new Promise(resolve => {
    const cancel = clock.after(LONGEST_MS, resolve);
    window.once('ready-to-show', () => {
      cancel();
      resolve();
    });
  });
}
