import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';
import { systemClock } from './adapters/system-clock.ts';
import { dataFolderOf } from './data-folder.ts';
import { comingTill } from './hosts/coming-till.ts';
import { startWithSession } from './hosts/desktop/autostart.ts';
import { lockDown } from './hosts/desktop/lockdown.ts';
import { desktopPrinters } from './hosts/desktop/print-window.ts';
import { refuseGestures, registerScheme, startDesktopHost } from './hosts/desktop/start.ts';
import { openUpdates } from './hosts/desktop/updates/open-updates.ts';
import type { OpenTill } from './open-till.ts';
import { ownArguments, parseOptions, type TillOptions } from './options.ts';
import { logSurprises } from './surprises.ts';
import { claimHome } from './till-home.ts';

const parsed = parseOptions('start', ownArguments(process.argv, app.isPackaged), process.env);
if (parsed.kind !== 'run') {
  process.stderr.write(`${parsed.kind === 'help' ? parsed.text : parsed.message}\n`);
  app.exit(parsed.kind === 'help' ? 0 : 2);
} else if (!isOnlyTillOf(dataFolderOf(parsed.options))) {
  app.exit(0);
} else {
  registerScheme();
  refuseGestures();
  lockDown(app);
  // Electron becomes ready only after this module: waiting for it at the top level would wait for ever.
  app
    .whenReady()
    .then(() => run(parsed.options))
    .catch(giveUp);
}

/** One window per data folder: where there is one already, it hears of this start and comes to the front. */
function isOnlyTillOf(folder: string): boolean {
  const own = join(folder, 'desktop');
  mkdirSync(own, { recursive: true, mode: 0o700 });
  app.setPath('userData', own);
  return app.requestSingleInstanceLock();
}

async function run(options: TillOptions): Promise<void> {
  const { profile = 'window' } = options;
  const home = claimHome(options);
  logSurprises(home.log);
  startWithSession(profile, ownArguments(process.argv, app.isPackaged));
  app.on('window-all-closed', () => app.quit());
  const opening = Promise.withResolvers<OpenTill>();
  // Chromium makes the window in processes of its own: meanwhile the till's code is read. Its data waits until the window
  // is there, because looking through it holds up the window's page.
  const [window, { openTill }, demo] = await Promise.all([
    startDesktopHost({
      till: comingTill(opening.promise.then(till => till.terminal)),
      rendererDir: join(import.meta.dirname, '../renderer'),
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      profile,
      clock: systemClock,
      log: home.log,
    }),
    import('./open-till.ts'),
    // Loaded for a demo alone: a till that sells never holds these.
    process.env.KEYTILL_DEMO === '1' ? import('./demo-secrets.ts') : undefined,
  ]);
  app.on('second-instance', () => bringToFront(window));
  opening.resolve(
    openTill(home, options, {
      programs: import.meta.dirname,
      demo: demo?.DEMO_SECRETS,
      systemPrinters: desktopPrinters(window),
      ...(profile === 'kiosk' ? { close: () => app.quit() } : {}),
      updates: own => openUpdates({ ...own, clock: systemClock }),
    }),
  );
  const till = await opening.promise;
  stopBeforeQuitting(till.stop);
  till.terminal.start();
  process.stdout.write('{"ready":true}\n');
}

function stopBeforeQuitting(stop: () => Promise<void>): void {
  let state: 'open' | 'stopping' | 'stopped' = 'open';
  app.on('before-quit', event => {
    if (state === 'stopped') return;
    event.preventDefault();
    if (state === 'stopping') return;
    state = 'stopping';
    void stop().finally(() => {
      state = 'stopped';
      app.quit();
    });
  });
}

function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

function giveUp(error: unknown): void {
  // Nothing may stand before the sentence that says why.
  for (const window of BrowserWindow.getAllWindows()) window.hide();
  dialog.showErrorBox('KeyTill cannot start', error instanceof Error ? error.message : String(error));
  app.exit(1);
}
