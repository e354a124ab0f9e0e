import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { app, BrowserWindow, dialog } from 'electron';
import { systemClock } from './adapters/system-clock.ts';
import { dataFolderOf, makeFolderIn, usualFolder } from './data-folder.ts';
import { comingTill } from './hosts/coming-till.ts';
import { startWithSession } from './hosts/desktop/autostart.ts';
import { cannotStart, WrongOptions } from './hosts/desktop/cannot-start.ts';
import { notedCrashes } from './hosts/desktop/crashes/crash-notes.ts';
import { openingAfter } from './hosts/desktop/crashes/crash-rules.ts';
import { endAfterSurprise } from './hosts/desktop/crashes/end-after-surprise.ts';
import { lockDown } from './hosts/desktop/lockdown.ts';
import { isOnlyTill } from './hosts/desktop/only-till.ts';
import { desktopPrinters } from './hosts/desktop/print-window.ts';
import { restart } from './hosts/desktop/restart.ts';
import { noteShopLanguage, shopLanguage } from './hosts/desktop/shop-language.ts';
import { refuseGestures, registerScheme, startDesktopHost } from './hosts/desktop/start.ts';
import { keepArguments, startArguments } from './hosts/desktop/updates/kept-arguments.ts';
import { openUpdates } from './hosts/desktop/updates/open-updates.ts';
import type { OpenTill } from './open-till.ts';
import { ownArguments, parseOptions, type TillOptions } from './options.ts';
import { logSurprises } from './surprises.ts';
import { claimHome, type TillHome } from './till-home.ts';

/** Of Chromium and of this host, inside the data folder. */
const OWN_FOLDER = 'desktop';

/** Of this user, whatever its data folder is: that is one of the options. */
const KEPT_ARGUMENTS = join(app.getPath('appData'), 'KeyTill', 'options.json');

const args = startArguments(ownArguments(process.argv, app.isPackaged), KEPT_ARGUMENTS);
/** What fails in a program that ends is no news, and a box would hold up the one that takes its place. */
let isEnding = false;

// Whoever started the till may stop reading; that is no reason to stop selling.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

const parsed = parseOptions('start', args, process.env);
if (parsed.kind === 'help') {
  process.stderr.write(`${parsed.text}\n`);
  app.exit(0);
} else if (parsed.kind === 'refused') giveUp(new WrongOptions(parsed.message), usualFolder(), 2);
else begin(parsed.options);

function begin(options: TillOptions): void {
  const folder = dataFolderOf(options);
  try {
    if (isOnlyTillOf(folder)) open(options, claimHome(options));
    else app.exit(0);
  } catch (error) {
    giveUp(error, folder);
  }
}

function open(options: TillOptions, home: TillHome): void {
  registerScheme();
  refuseGestures();
  lockDown(app);
  // Electron becomes ready only after this module: waiting for it at the top level would wait for ever.
  app
    .whenReady()
    .then(() => run(options, home))
    .catch(error => giveUp(error, home.folder));
}

/** One window per data folder: where there is one already, it hears of this start and comes to the front. */
function isOnlyTillOf(folder: string): boolean {
  const usual = app.getPath('userData');
  const profile = makeFolderIn(folder, OWN_FOLDER);
  app.setPath('userData', profile);
  try {
    return isOnlyTill(folder, profile, app);
  } catch (error) {
    // The box that says why is not shown from a profile that cannot be written to, or is another till's.
    app.setPath('userData', usual);
    throw error;
  }
}

async function run(options: TillOptions, home: TillHome): Promise<void> {
  const { profile = 'window', restartedBy = 'till' } = options;
  const own = join(home.folder, OWN_FOLDER);
  const endNow = endAfterSurprise(own, restartedBy, systemClock);
  const end = () => {
    isEnding = true;
    endNow();
  };
  logSurprises(home.log, end);
  const crashed = openingAfter(notedCrashes(own, process.env), systemClock.now());
  startWithSession(profile, restartedBy, args);
  app.on('window-all-closed', () => app.quit());
  const asked = Promise.withResolvers<void>();
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
      ...(crashed.by === 'person' && {
        crashed: { language: shopLanguage(own) ?? 'en', again: asked.resolve },
      }),
    }),
    import('./open-till.ts'),
    // Loaded for a demo alone: a till that sells never holds these.
    process.env.KEYTILL_DEMO === '1' ? import('./demo-secrets.ts') : undefined,
  ]);
  app.on('second-instance', () => bringToFront(window));
  await (crashed.by === 'person' ? asked.promise : setTimeout(crashed.afterMs));
  opening.resolve(
    openTill(home, options, {
      programs: import.meta.dirname,
      demo: demo?.DEMO_SECRETS,
      systemPrinters: desktopPrinters(window),
      ...(profile === 'kiosk' ? { close: () => app.quit() } : {}),
      updates: opened =>
        openUpdates({
          ...opened,
          clock: systemClock,
          keepOptions: () => keepArguments(args, KEPT_ARGUMENTS),
          restart: () => restart(restartedBy),
        }),
    }),
  );
  const till = await opening.promise;
  stopBeforeQuitting(till.stop);
  noteShopLanguage(till.terminal, own);
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

function giveUp(error: unknown, folder: string, code = 1): void {
  if (isEnding) return;
  process.stderr.write(`KeyTill cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
  const { title, content } = cannotStart(error, shopLanguage(join(folder, OWN_FOLDER)));
  // Before it is ready Electron shows no box on Linux.
  void app.whenReady().then(() => {
    // Nothing may stand before the sentence that says why.
    for (const window of BrowserWindow.getAllWindows()) window.hide();
    dialog.showErrorBox(title, content);
    app.exit(code);
  });
}
