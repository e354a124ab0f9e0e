import type { CdpSession } from './cdp.ts';
import { guarded } from './guard.ts';
import { PRELOAD_WORLD } from './preload.ts';
import { addresses } from './world.ts';

/** One frame of a page as the main process knows it: `WebFrameMain`. */
export class Frame {
  url = 'about:blank';
  detached = false;
  readonly frameToken: string;
  readonly processId = process.pid;
  readonly routingId: number;
  private readonly above: Frame | null;
  constructor(frameToken: string, above: Frame | null, routingId: number) {
    this.frameToken = frameToken;
    this.above = above;
    this.routingId = routingId;
  }
  get parent(): object | null {
    return this.above && guarded('WebFrameMain', this.above);
  }
  get top(): object {
    return this.above ? this.above.top : guarded('WebFrameMain', this);
  }
  get isMain(): boolean {
    return this.above === null;
  }
  get origin(): string {
    const match = /^([a-z][a-z0-9+-]*:\/\/[^/?#]*)/.exec(this.url);
    return match?.[1] ?? 'null';
  }
  isDestroyed(): boolean {
    return this.detached;
  }
}

/** Where a preload script of some frame lives, to be spoken to. */
export interface PreloadContext {
  frame: Frame;
  uniqueId: string;
}

/** The frames of one page and their isolated worlds, kept true to what Chromium reports. */
export class FrameTree {
  private readonly frames = new Map<string, Frame>();
  private readonly contexts = new Map<number, PreloadContext>();
  private lastRouting = 0;
  readonly main: Frame;

  constructor(session: CdpSession, mainFrameId: string) {
    this.main = this.add(mainFrameId, null);
    session.on('Page.frameAttached', event => {
      this.add(event.frameId, this.frames.get(event.parentFrameId) ?? this.main);
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      const moved = this.frames.get(frame.id) ?? this.add(frame.id, this.main);
      moved.url = addresses.toProduct(frame.url + (frame.urlFragment ?? ''));
    });
    session.on('Page.navigatedWithinDocument', event => {
      const moved = this.frames.get(event.frameId);
      if (moved) moved.url = addresses.toProduct(event.url);
    });
    session.on('Page.frameDetached', event => {
      const gone = this.frames.get(event.frameId);
      if (gone && event.reason === 'remove') gone.detached = true;
    });
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const frame = this.frames.get(String(context.auxData?.frameId));
      if (frame && context.name === PRELOAD_WORLD)
        this.contexts.set(context.id, { frame, uniqueId: context.uniqueId });
    });
    session.on('Runtime.executionContextDestroyed', event => this.contexts.delete(event.executionContextId));
    session.on('Runtime.executionContextsCleared', () => this.contexts.clear());
  }

  find(id: string): Frame | undefined {
    return this.frames.get(id);
  }

  /** The preload script that runs in this context. */
  preloadOf(contextId: number): PreloadContext | undefined {
    return this.contexts.get(contextId);
  }

  /** The preload script of the outermost frame, once it runs. */
  mainPreload(): PreloadContext | undefined {
    return [...this.contexts.values()].findLast(context => context.frame === this.main);
  }

  private add(id: string, parent: Frame | null): Frame {
    const frame = this.frames.get(id) ?? new Frame(id, parent, ++this.lastRouting);
    this.frames.set(id, frame);
    return frame;
  }
}
