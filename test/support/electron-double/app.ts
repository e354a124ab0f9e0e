import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { onWindows, openWindows } from './browser-window.ts';
import { watchDownloads } from './downloads.ts';
import { Emitter } from './emitter.ts';
import { asSeen, guarded, refuseUnknownSettings } from './guard.ts';
import { type InstanceLock, takeInstanceLock } from './instance-lock.ts';
import { defaultSession, onSession } from './session.ts';
import { onWebContents } from './web-contents.ts';
import { startChromium, stopChromium, world } from './world.ts';

/** This double, where Electron's binary would be. */
const BOOT = join(import.meta.dirname, 'boot.ts');

/** Whether this is where the program lies beside Electron in a package. */
export const isInPackage = (path: string): boolean => path.endsWith(join('resources', 'app'));

/** `app`: the life of the process. */
class App extends Emitter {
  /** As Electron sees it: the program is where packaging puts it. */
  get isPackaged(): boolean {
    return isInPackage(this.appPath);
  }
  readonly commandLine = guarded('CommandLine', {
    appendSwitch: (name: string, value?: string) => {
      world.switches.push(value === undefined ? `--${name}` : `--${name}=${value}`);
    },
    hasSwitch: (name: string) => world.switches.some(given => given.split('=')[0] === `--${name}`),
  });
  private readonly paths = new Map<string, string>();
  private readonly becameReady = Promise.withResolvers<void>();
  private lock: InstanceLock | undefined;
  private quitting = false;
  private next: () => void = () => {};
  appPath = '';

  whenReady(): Promise<void> {
    return this.becameReady.promise;
  }
  isReady(): boolean {
    return world.ready;
  }
  getAppPath(): string {
    return this.appPath;
  }
  getVersion(): string {
    return JSON.parse(readFileSync(join(this.appPath, 'package.json'), 'utf8')).version;
  }
  getName(): string {
    return 'keytill';
  }

  getPath(name: string): string {
    const path = this.paths.get(name) ?? usualPaths()[name];
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  }
  setPath(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute');
    if (usualPaths()[name] === undefined) throw new Error('Failed to set path');
    this.paths.set(name, path);
  }

  private loginItem = { openAtLogin: false, args: [] as string[] };
  setLoginItemSettings(settings: { openAtLogin?: boolean; args?: string[] }): void {
    refuseUnknownSettings('Settings', settings);
    this.loginItem = { openAtLogin: settings.openAtLogin ?? false, args: settings.args ?? [] };
  }
  getLoginItemSettings(): object {
    return { ...this.loginItem };
  }

  requestSingleInstanceLock(additionalData: unknown = null): boolean {
    const start = { argv: process.argv, workingDirectory: process.cwd(), additionalData };
    this.lock ??= takeInstanceLock(this.getPath('userData'), start, second => {
      this.tell('second-instance', {}, second.argv, second.workingDirectory, second.additionalData);
    });
    return this.lock !== undefined;
  }
  hasSingleInstanceLock(): boolean {
    return this.lock !== undefined;
  }
  releaseSingleInstanceLock(): void {
    this.lock?.release();
    this.lock = undefined;
  }

  /** Asks, closes every window, asks again, ends. */
  quit(): void {
    if (this.tell('before-quit')) return;
    this.quitting = true;
    for (const window of openWindows()) window.close();
    if (openWindows().length > 0) this.quitting = false;
    else if (!this.tell('will-quit')) this.exit(0);
  }
  /** Once this process has ended. */
  relaunch({ execPath = process.execPath, args = process.argv.slice(1) }: Relaunch = {}): void {
    const command = execPath === process.execPath ? [BOOT, ...args] : args;
    this.next = () => spawn(execPath, command, { detached: true, stdio: 'ignore' }).unref();
  }
  /** Ends without asking. */
  exit(code = 0): void {
    this.quitting = true;
    this.tell('quit', {}, code);
    this.releaseSingleInstanceLock();
    void stopChromium().finally(() => {
      this.next();
      process.exit(code);
    });
  }

  /** The main program has run through once: only now does Electron become ready. */
  async becomeReady(): Promise<void> {
    this.tell('will-finish-launching');
    await startChromium(this.getPath('userData'));
    world.ready = true;
    this.tell('ready', {}, {});
    this.becameReady.resolve();
  }

  connect(): void {
    onSession(session => {
      this.emit('session-created', asSeen(session));
      if (session !== defaultSession()) return;
      const folder = join(this.getPath('userData'), 'DoubleDownloads');
      watchDownloads(session, folder).catch(error => process.stderr.write(`downloads: ${String(error)}\n`));
    });
    onWebContents(contents => {
      this.tell('web-contents-created', {}, contents);
      contents.on('render-process-gone', (_event, details) =>
        this.tell('render-process-gone', {}, contents, details),
      );
    });
    onWindows(
      window => this.tell('browser-window-created', {}, window),
      () => {
        if (this.quitting) return;
        if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
        else this.quit();
      },
    );
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => this.quit());
  }
}

interface Relaunch {
  execPath?: string;
  args?: string[];
}

function usualPaths(): Record<string, string | undefined> {
  const home = homedir();
  const appData = process.env.XDG_CONFIG_HOME ?? join(home, '.config');
  return {
    home,
    appData,
    userData: join(appData, 'keytill'),
    sessionData: join(appData, 'keytill'),
    temp: tmpdir(),
    exe: process.execPath,
    module: dirname(process.execPath),
    desktop: join(home, 'Desktop'),
    documents: join(home, 'Documents'),
    downloads: join(home, 'Downloads'),
    logs: join(appData, 'keytill', 'logs'),
    crashDumps: join(appData, 'keytill', 'Crashpad'),
  };
}

/** The app itself, for the double's own boot. */
export const theApp = new App();
export const app = guarded('App', theApp);
theApp.connect();
