import type { CdpSession, Events } from './cdp.ts';
import { Emitter } from './emitter.ts';
import { FrameTree } from './frames.ts';
import { guarded } from './guard.ts';
import { hearPreload } from './ipc-main.ts';
import { type KeyEvent, keyOf, press } from './keyboard.ts';
import { FAILURES, nextLoad } from './loading.ts';
import { encode } from './page/codec.ts';
import { BINDING, DELIVER, PRELOAD_WORLD, pageScripts } from './preload.ts';
import { type PrintOptions, print, printers, refusePrint } from './printing.ts';
import { answerRequest } from './requests.ts';
import { type Session, sessionOfPartition } from './session.ts';
import { addresses, createPage } from './world.ts';

export interface WebPreferences {
  preload?: string;
  partition?: string;
  javascript?: boolean;
  nodeIntegrationInSubFrames?: boolean;
}

type OpenHandler = (details: object) => { action: 'deny' | 'allow' };

let lastId = 0;
let announce: (contents: WebContents) => void = () => {};

/** Hears of every page that is made, before it loads anything. */
export function onWebContents(listener: typeof announce): void {
  announce = listener;
}

/** `webContents`: one page of Chromium, driven by the main process. */
export class WebContents extends Emitter {
  readonly id = ++lastId;
  readonly session: Session;
  gone = false;
  /** Resolves when the page exists and is prepared. */
  readonly prepared: Promise<CdpSession>;
  targetId = '';
  private readonly preferences: WebPreferences;
  private readonly own: Session;
  private frames: FrameTree | undefined;
  private openHandler: OpenHandler | undefined;
  /** Where the main process itself is going: such a navigation is not asked about. */
  private readonly going = new Set<string>();
  private latest: symbol | undefined;
  private isLoadingPage = false;
  private crashed = false;
  private zoomLevel = 0;
  readonly navigationHistory = guarded('NavigationHistory', {
    clear: () => {
      void this.prepared.then(page => page.send('Page.resetNavigationHistory')).catch(() => {});
    },
  });

  constructor(preferences: WebPreferences, size: { width: number; height: number }) {
    super();
    this.preferences = preferences;
    this.own = sessionOfPartition(preferences.partition ?? '');
    this.session = guarded('Session', this.own);
    guarded('WebContents', this);
    announce(this);
    this.prepared = this.prepare(size);
    this.prepared.catch(error => process.stderr.write(`the double of Electron: ${String(error)}\n`));
  }

  get mainFrame(): object | undefined {
    return this.frames && guarded('WebFrameMain', this.frames.main);
  }

  loadURL(url: string): Promise<void> {
    const loaded = this.load(url);
    // Whoever does not wait for it is not to end by it.
    loaded.catch(() => {});
    return loaded;
  }

  reload(): void {
    void this.loadURL(this.getURL()).catch(() => {});
  }

  getURL(): string {
    return this.frames?.main.url ?? '';
  }

  isLoading(): boolean {
    return this.isLoadingPage;
  }

  isDestroyed(): boolean {
    return this.gone;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  setZoomLevel(level: number): void {
    this.zoomLevel = level;
  }
  getZoomLevel(): number {
    return this.zoomLevel;
  }
  async setVisualZoomLevelLimits(least: number, most: number): Promise<void> {
    if (least > most) throw new TypeError('the least zoom is larger than the most');
    await this.prepared;
  }
  invalidate(): void {
    void this.prepared.then(page => page.send('Page.captureScreenshot')).catch(() => {});
  }

  /** A key of somebody at the keyboard: the program is asked before the page hears it. */
  sendInputEvent(input: KeyEvent): void {
    const key = keyOf(input);
    if (this.tell('before-input-event', {}, key)) return;
    void this.prepared.then(page => press(page, input.type, key)).catch(() => {});
  }

  /** Runs in the page's own world; rejects with what the script throws. */
  async executeJavaScript(code: string): Promise<unknown> {
    const page = await this.prepared;
    const options = { expression: code, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = await page.send('Runtime.evaluate', options);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  forcefullyCrashRenderer(): void {
    void this.prepared.then(page => page.send('Page.crash')).catch(() => {});
  }

  async getPrintersAsync(): Promise<object[]> {
    return printers();
  }
  print(
    options: PrintOptions = {},
    done: (success: boolean, failureReason: string) => void = () => {},
  ): void {
    refusePrint(options);
    void this.prepared
      .then(page => print(page, options))
      .then(
        failure => done(failure === undefined, failure ?? ''),
        error => process.stderr.write(`${String(error)}\n`),
      );
  }

  /** Reaches the preload script of the outermost frame; a page that has none hears nothing. */
  send(channel: string, ...args: unknown[]): void {
    this.deliver(JSON.stringify({ kind: 'event', channel, args: encode(args) }));
  }

  isCrashed(): boolean {
    return this.crashed;
  }

  private async load(url: string): Promise<void> {
    const page = await this.prepared;
    await this.own.settlePermissions(this, url);
    const target = addresses.toChromium(url);
    const loaded = nextLoad(this, url);
    this.isLoadingPage = true;
    this.tell('did-start-loading');
    this.startNavigation(url, true);
    await Promise.race([loaded, this.navigate(page, url, target).then(() => loaded)]);
  }

  private async navigate(page: CdpSession, url: string, target: string): Promise<void> {
    const navigation = Symbol(url);
    this.latest = navigation;
    this.going.add(target);
    const { errorText } = await page.send('Page.navigate', { url: target });
    // Another one has taken its place; its own request may still come.
    if (this.latest !== navigation) return;
    this.going.clear();
    if (errorText) this.failed(url, errorText.replace('net::', ''));
  }

  private startNavigation(url: string, isMainFrame: boolean): void {
    const details = { url, isSameDocument: false, isMainFrame };
    this.tell('did-start-navigation', details, url, false, isMainFrame, process.pid, 1);
  }

  /** What was aborted is no failure to Electron: loading stops, and that is all. */
  private failed(url: string, reason: string): void {
    const code = FAILURES[reason] ?? FAILURES.ERR_FAILED;
    if (reason !== 'ERR_ABORTED') this.tell('did-fail-load', {}, code, reason, url, true, process.pid, 1);
    this.stopLoading();
  }

  private stopLoading(): void {
    this.isLoadingPage = false;
    this.tell('did-stop-loading');
  }

  private deliver(text: string, to = this.frames?.mainPreload()): void {
    if (!to) return;
    const expression = `${DELIVER}(${JSON.stringify(text)})`;
    void this.prepared
      .then(page => page.send('Runtime.evaluate', { expression, uniqueContextId: to.uniqueId }))
      .catch(() => {});
  }

  private async prepare(size: { width: number; height: number }): Promise<CdpSession> {
    const { targetId, session: page } = await createPage(size, await this.own.context);
    this.targetId = targetId;
    this.frames = new FrameTree(page, targetId);
    this.listen(page);
    const scripts = pageScripts(
      this.preferences.preload,
      this.preferences.nodeIntegrationInSubFrames === true,
    );
    await Promise.all([
      page.send('Page.enable'),
      page.send('Runtime.enable'),
      page.send('Inspector.enable'),
      page.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      page.send('Emulation.setScriptExecutionDisabled', { value: this.preferences.javascript === false }),
      page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      page.send('Runtime.addBinding', { name: BINDING, executionContextName: PRELOAD_WORLD }),
      page.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.page }),
      page.send('Page.addScriptToEvaluateOnNewDocument', {
        source: scripts.preload,
        worldName: PRELOAD_WORLD,
      }),
      page.send('Runtime.runIfWaitingForDebugger'),
    ]);
    return page;
  }

  private listen(page: CdpSession): void {
    page.on('Fetch.requestPaused', paused => void this.request(page, paused).catch(() => {}));
    page.on('Runtime.bindingCalled', event => {
      const from = this.frames?.preloadOf(event.executionContextId);
      if (event.name !== BINDING || !from) return;
      const message = JSON.parse(event.payload);
      if (message.kind === 'preload-error') {
        process.stderr.write(
          `Unable to load preload script: ${this.preferences.preload}\n${message.message}\n`,
        );
        this.tell('preload-error', {}, this.preferences.preload, new Error(message.message));
      } else void hearPreload(message, from, this, text => this.deliver(text, from));
    });
    page.on('Page.domContentEventFired', () => this.tell('dom-ready'));
    page.on('Page.loadEventFired', () => {
      // The empty page before the first, and the one that Chromium shows for what cannot be loaded.
      if (/^(about:blank$|chrome-error:)/.test(this.getURL())) return;
      this.crashed = false;
      this.tell('did-finish-load');
      this.stopLoading();
    });
    page.on('Page.frameNavigated', ({ frame }) => {
      if (!frame.parentId) this.tell('did-navigate', {}, this.getURL(), 200, '');
    });
    page.on('Page.lifecycleEvent', event => {
      if (event.name === 'firstPaint' && event.frameId === this.targetId) this.emit('painted');
    });
    page.on('Page.windowOpen', event => this.askToOpen(event));
    page.on('Inspector.targetCrashed', () => {
      this.crashed = true;
      const details = { reason: 'crashed', exitCode: 11 };
      this.tell('render-process-gone', {}, details);
      if (this.isLoadingPage) this.stopLoading();
    });
  }

  /** What a page wants to load: a navigation is asked about first, unless the main process asked for it. */
  private async request(page: CdpSession, paused: Events['Fetch.requestPaused']): Promise<void> {
    const isNavigation = paused.resourceType === 'Document';
    const isOwn = this.going.has(paused.request.url);
    if (isNavigation && !isOwn && this.refusesNavigation(paused)) {
      await page.send('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Aborted' });
      return;
    }
    await answerRequest(this.own, page, paused);
  }

  private refusesNavigation(paused: Events['Fetch.requestPaused']): boolean {
    const url = addresses.toProduct(paused.request.url);
    const frame = this.frames?.find(paused.frameId);
    const isMainFrame = frame?.isMain ?? false;
    const seen = frame ? guarded('WebFrameMain', frame) : null;
    const details = { url, isSameDocument: false, isMainFrame, frame: seen, initiator: seen };
    if (paused.redirectedRequestId)
      return this.tell('will-redirect', details, url, false, isMainFrame, process.pid, 1);
    this.startNavigation(url, isMainFrame);
    const anyFrame = this.tell('will-frame-navigate', details);
    return (isMainFrame && this.tell('will-navigate', details, url, false, true, process.pid, 1)) || anyFrame;
  }

  private askToOpen(event: Events['Page.windowOpen']): void {
    const answer = this.openHandler?.({
      url: addresses.toProduct(event.url),
      frameName: event.windowName,
      features: event.windowFeatures.join(','),
      disposition: 'foreground-tab',
      referrer: { url: this.getURL(), policy: 'strict-origin-when-cross-origin' },
    });
    if (answer?.action !== 'deny')
      process.stderr.write('the double of Electron opens no window for a page that is allowed to\n');
  }
}
