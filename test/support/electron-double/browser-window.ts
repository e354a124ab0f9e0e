import { Emitter } from './emitter.ts';
import { asSeen, guarded, guardedClass, refuseUnknownSettings, unguarded } from './guard.ts';
import { WebContents, type WebPreferences } from './web-contents.ts';
import { browserSession, world } from './world.ts';

interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface WindowOptions extends Partial<Bounds> {
  show?: boolean;
  kiosk?: boolean;
  fullscreen?: boolean;
  title?: string;
  webPreferences?: WebPreferences;
}

type WindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

const open = new Set<BrowserWindowDouble>();
let lastId = 0;
let announce: (window: BrowserWindowDouble) => void = () => {};
let allClosed: () => void = () => {};

export function onWindows(made: typeof announce, lastClosed: () => void): void {
  [announce, allClosed] = [made, lastClosed];
}

class BrowserWindowDouble extends Emitter {
  readonly id = ++lastId;
  gone = false;
  private readonly contents: WebContents;
  private bounds: Bounds;
  private visible: boolean;
  private focused = false;
  private kiosk: boolean;
  private state: WindowState = 'normal';
  private title: string;
  private placed: Promise<unknown> = Promise.resolve();

  constructor(options: WindowOptions = {}) {
    super();
    if (!world.ready) throw new Error('Cannot create BrowserWindow before app is ready');
    refuseUnknownSettings('BrowserWindowConstructorOptions', options);
    refuseUnknownSettings('WebPreferences', options.webPreferences ?? {});
    refuseOtherThanSandboxed(options.webPreferences ?? {});
    const {
      x = 0,
      y = 0,
      width = 800,
      height = 600,
      show = true,
      kiosk = false,
      fullscreen = false,
    } = options;
    this.bounds = { x, y, width, height };
    this.visible = show;
    this.kiosk = kiosk;
    this.title = options.title ?? 'Electron';
    guarded('BrowserWindow', this);
    this.contents = new WebContents(options.webPreferences ?? {}, { width, height });
    this.contents.once('painted', () => this.tell('ready-to-show'));
    open.add(this);
    announce(this);
    if (kiosk || fullscreen) this.setState('fullscreen');
  }

  get webContents(): WebContents {
    return guarded('WebContents', this.contents);
  }

  static getAllWindows(): object[] {
    return [...open].map(asSeen);
  }
  static getFocusedWindow(): object | null {
    const focused = [...open].find(window => window.focused);
    return focused ? asSeen(focused) : null;
  }
  static fromWebContents(contents: WebContents): object | null {
    const found = [...open].find(window => window.contents === unguarded(contents));
    return found ? asSeen(found) : null;
  }
  static fromId(id: number): object | null {
    const found = [...open].find(window => window.id === id);
    return found ? asSeen(found) : null;
  }

  loadURL(url: string): Promise<void> {
    return this.contents.loadURL(url);
  }
  reload(): void {
    this.contents.reload();
  }

  show(): void {
    this.visible = true;
    this.tell('show');
    this.focus();
  }
  hide(): void {
    this.visible = false;
    this.tell('hide');
  }
  focus(): void {
    for (const window of open) if (window.focused && window !== this) window.blur();
    if (this.focused) return;
    this.focused = true;
    void this.contents.prepared.then(page => page.send('Page.bringToFront')).catch(() => {});
    this.tell('focus');
  }
  blur(): void {
    if (!this.focused) return;
    this.focused = false;
    this.tell('blur');
  }
  isVisible(): boolean {
    return this.visible;
  }
  isFocused(): boolean {
    return this.focused;
  }

  isMinimized(): boolean {
    return this.state === 'minimized';
  }
  minimize(): void {
    this.setState('minimized');
    this.tell('minimize');
  }
  restore(): void {
    this.setState('normal');
    this.tell('restore');
  }
  isMaximized(): boolean {
    return this.state === 'maximized';
  }
  maximize(): void {
    this.setState('maximized');
    this.tell('maximize');
  }
  isFullScreen(): boolean {
    return this.state === 'fullscreen';
  }
  setFullScreen(full: boolean): void {
    this.setState(full ? 'fullscreen' : 'normal');
    this.tell(full ? 'enter-full-screen' : 'leave-full-screen');
  }
  isKiosk(): boolean {
    return this.kiosk;
  }
  setKiosk(kiosk: boolean): void {
    this.kiosk = kiosk;
    this.setFullScreen(kiosk);
  }

  getBounds(): Bounds {
    return { ...this.bounds };
  }
  setBounds(bounds: Partial<Bounds>): void {
    this.bounds = { ...this.bounds, ...bounds };
    const { x: left, y: top, width, height } = this.bounds;
    this.place({ left, top, width, height });
    this.tell('resize');
  }
  getTitle(): string {
    return this.title;
  }
  setTitle(title: string): void {
    this.title = title;
  }

  isDestroyed(): boolean {
    return this.gone;
  }
  /** Asks first, as a person's click on the cross does. */
  close(): void {
    if (!this.tell('close')) this.destroy();
  }
  destroy(): void {
    if (this.gone) return;
    const { targetId } = this.contents;
    this.gone = true;
    this.contents.gone = true;
    open.delete(this);
    void browserSession()
      .send('Target.closeTarget', { targetId })
      .catch(() => {});
    this.contents.tell('destroyed');
    this.emit('closed');
    if (open.size === 0) allClosed();
  }

  private setState(windowState: WindowState): void {
    this.state = windowState;
    // Chromium goes from one of them to another by way of the normal one only.
    this.place({ windowState: 'normal' });
    if (windowState !== 'normal') this.place({ windowState });
  }
  private place(bounds: {
    windowState?: WindowState;
    left?: number;
    top?: number;
    width?: number;
    height?: number;
  }): void {
    const placed = Promise.all([this.contents.prepared, this.placed]).then(async () => {
      const { windowId } = await browserSession().send('Browser.getWindowForTarget', {
        targetId: this.contents.targetId,
      });
      await browserSession().send('Browser.setWindowBounds', { windowId, bounds });
    });
    this.placed = placed.catch(error => {
      if (!this.gone) process.stderr.write(`the double of Electron: ${String(error)}\n`);
    });
  }
}

/** The only kind of window the double can be: an isolated preload script in a sandbox, and no Node in the page. */
function refuseOtherThanSandboxed(preferences: object): void {
  const given = preferences as Record<string, unknown>;
  const must: Record<string, boolean> = {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    nodeIntegrationInWorker: false,
  };
  for (const [name, value] of Object.entries(must))
    if ((given[name] ?? value) !== value)
      throw new Error(`the double of Electron does not do webPreferences.${name}: ${String(given[name])}`);
}

export const BrowserWindow = guardedClass('BrowserWindow', BrowserWindowDouble);
export const openWindows = (): readonly BrowserWindowDouble[] => [...open];
