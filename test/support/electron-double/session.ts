import { Emitter } from './emitter.ts';
import { asSeen, guarded } from './guard.ts';
import { Protocol } from './protocol.ts';
import { browserSession, world } from './world.ts';

type PermissionRequest = (
  contents: object | null,
  permission: string,
  answer: (granted: boolean) => void,
  details: object,
) => void;
type PermissionCheck = (
  contents: object | null,
  permission: string,
  origin: string,
  details: object,
) => boolean;
/** Each name with all of its values. */
export type Headers = Record<string, string[]>;
type HeadersReceived = (
  details: object,
  answer: (response: { cancel?: boolean; responseHeaders?: Record<string, string | string[]> }) => void,
) => void;
type BeforeRequest = (details: object, answer: (response: { cancel?: boolean }) => void) => void;

/** Electron's permissions, and Chromium's names for them. */
const PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  'idle-detection': ['idle-detection'],
  'storage-access': ['storage-access'],
};

/** What the pages of one partition share. */
export class Session extends Emitter {
  readonly schemes = new Protocol();
  readonly webRequest: object;
  private beforeRequest: BeforeRequest | null = null;
  private headersReceived: HeadersReceived | null = null;
  private request: PermissionRequest | null = null;
  private check: PermissionCheck | null = null;
  private spellChecks = true;

  /** Chromium's own name for it; undefined for the default session's. */
  readonly context: Promise<string | undefined>;

  constructor(context: Promise<string | undefined>) {
    super();
    this.context = context;
    this.webRequest = guarded('WebRequest', {
      onBeforeRequest: (listener: BeforeRequest | null) => {
        this.beforeRequest = listener;
      },
      onHeadersReceived: (listener: HeadersReceived | null) => {
        this.headersReceived = listener;
      },
    });
  }

  get protocol(): Protocol {
    return guarded('Protocol', this.schemes);
  }

  setPermissionRequestHandler(handler: PermissionRequest | null): void {
    this.request = handler;
  }
  setPermissionCheckHandler(handler: PermissionCheck | null): void {
    this.check = handler;
  }
  setDevicePermissionHandler(_handler: ((details: object) => boolean) | null): void {
    // Without --enable-… switches Chromium has no device to ask about.
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecks = enabled;
  }
  isSpellCheckerEnabled(): boolean {
    return this.spellChecks;
  }

  /** Whether the product's `onBeforeRequest` refuses this. */
  cancels(details: { url: string; method: string; resourceType: string }): Promise<boolean> {
    return new Promise(resolve => {
      if (!this.beforeRequest) resolve(false);
      else this.beforeRequest(details, response => resolve(response.cancel === true));
    });
  }

  get changesHeaders(): boolean {
    return this.headersReceived !== null;
  }

  /** What the product makes of an answer's headers; undefined where it refuses the answer. */
  receivedHeaders(details: {
    url: string;
    statusCode: number;
    responseHeaders: Headers;
  }): Promise<Headers | undefined> {
    return new Promise(resolve => {
      if (!this.headersReceived) return resolve(details.responseHeaders);
      this.headersReceived(details, ({ cancel, responseHeaders = details.responseHeaders }) => {
        const entries = Object.entries(responseHeaders).map(([name, value]) => [name, [value].flat()]);
        resolve(cancel ? undefined : Object.fromEntries(entries));
      });
    });
  }

  /**
   * Asks the product about every permission before a page runs, because Chromium cannot be made to wait for an answer later.
   * Electron grants what nobody refuses.
   */
  async settlePermissions(contents: object, requestingUrl: string): Promise<void> {
    const seen = asSeen(contents);
    const browserContextId = await this.context;
    for (const [permission, names] of Object.entries(PERMISSIONS)) {
      const details = { requestingUrl, isMainFrame: true };
      const checked = this.check?.(seen, permission, requestingUrl, details) ?? true;
      const granted = await new Promise<boolean>(resolve => {
        if (this.request) this.request(seen, permission, resolve, details);
        else resolve(true);
      });
      const setting = checked && granted ? 'granted' : 'denied';
      const set = names.map(name =>
        browserSession().send('Browser.setPermission', {
          permission: { name },
          setting,
          ...(browserContextId && { browserContextId }),
        }),
      );
      await Promise.all(set);
    }
  }
}

const DEFAULT = '';
const made = new Map<string, Session>();
let announce: (session: Session) => void = () => {};

export function onSession(listener: typeof announce): void {
  announce = listener;
}

/** Throws before Electron is ready, as Electron does. */
export const defaultSession = (): Session => sessionOfPartition(DEFAULT);

export function sessionOfPartition(partition: string): Session {
  if (!world.ready) throw new Error('Session can only be received when app is ready');
  if (partition.startsWith('persist:'))
    throw new Error('the double of Electron does not do partitions that are kept');
  const known = made.get(partition);
  if (known) return known;
  const session = new Session(partition === DEFAULT ? Promise.resolve(undefined) : newContext());
  made.set(partition, session);
  guarded('Session', session);
  announce(session);
  return session;
}

async function newContext(): Promise<string> {
  const { browserContextId } = await browserSession().send('Target.createBrowserContext', {
    disposeOnDetach: true,
  });
  return browserContextId;
}
