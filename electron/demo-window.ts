import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface DesktopDemo {
  /** Resolves when the person has closed the window. */
  closed: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Shows the demo in Electron's own window: the till then lives in that process, and this one keeps the partner.
 * Resolves to undefined where Electron ends before its window is there, for want of a system library, say.
 */
export async function openDesktopDemo(
  electron: string,
  options: { data: string; partner: string; aggregator: string },
): Promise<DesktopDemo | undefined> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const desktop = spawn(electron, [...asRoot, join(import.meta.dirname, 'main.js')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      KEYTILL_DEMO: '1',
      // The practice partner would not outlast the window that was opened first.
      KEYTILL_RESTARTED_BY: 'system',
      KEYTILL_DATA: options.data,
      KEYTILL_PARTNER: options.partner,
      KEYTILL_AGGREGATOR: options.aggregator,
    },
  });
  const closed = new Promise<void>(resolve => {
    desktop.on('error', () => resolve());
    desktop.on('exit', () => resolve());
  });
  const ready = new Promise<boolean>(resolve => desktop.stdout.once('data', () => resolve(true)));
  if (!(await Promise.race([ready, closed.then(() => false)]))) return undefined;
  return {
    closed,
    async stop() {
      desktop.kill();
      await closed;
    },
  };
}
