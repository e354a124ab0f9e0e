import { addressBook } from './addresses.ts';
import type { CdpSession } from './cdp.ts';
import { type Chromium, launchChromium } from './chromium.ts';

export type Privileges = Readonly<Record<string, boolean>>;

/** What the parts of the double know of the one process they are. */
export const world = {
  ready: false,
  /** The privileges of each scheme that was registered in time. */
  schemes: new Map<string, Privileges>(),
  /** Switches from the command line and `app.commandLine`, for Chromium. */
  switches: [] as string[],
};

export const addresses = addressBook(scheme => world.schemes.get(scheme)?.secure === true);

let chromium: Chromium | undefined;
let creating: Promise<unknown> = Promise.resolve();

/** Starts Chromium; a window that a page opens for itself is closed before it runs anything. */
export async function startChromium(userData: string): Promise<void> {
  chromium = await launchChromium(userData, world.switches);
  const { browser } = chromium.connection;
  browser.on('Target.attachedToTarget', event => void meet(event.targetInfo, event.sessionId));
  await browser.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
  });
}

export async function stopChromium(): Promise<void> {
  await chromium?.close();
}

/** The conversation with Chromium as a whole. */
export function browserSession(): CdpSession {
  if (!chromium) throw new Error('Chromium is not running');
  return chromium.connection.browser;
}

export function sessionOf(id: string): CdpSession {
  if (!chromium) throw new Error('Chromium is not running');
  return chromium.connection.session(id);
}

export interface NewPage {
  targetId: string;
  session: CdpSession;
}

const mine = new Map<string, PromiseWithResolvers<CdpSession>>();

/** A new page, stopped before it runs anything. */
export async function createPage(
  size: { width: number; height: number },
  browserContextId: string | undefined,
): Promise<NewPage> {
  const place = { ...size, ...(browserContextId && { browserContextId }) };
  const creation = browserSession()
    .send('Target.createTarget', { url: 'about:blank', newWindow: true, ...place })
    .then(({ targetId }) => {
      const attached = Promise.withResolvers<CdpSession>();
      mine.set(targetId, attached);
      return { targetId, attached: attached.promise };
    });
  creating = Promise.allSettled([creating, creation]);
  const { targetId, attached } = await creation;
  return { targetId, session: await attached };
}

async function meet(target: { targetId: string; type: string }, sessionId: string): Promise<void> {
  const session = sessionOf(sessionId);
  if (target.type !== 'page') {
    await session.send('Runtime.runIfWaitingForDebugger').catch(() => {});
    return;
  }
  await creating;
  const own = mine.get(target.targetId);
  if (own) own.resolve(session);
  else await closeStranger(target.targetId, session);
}

/** Its opener stands still until the new page runs, so it runs, and can load nothing until it is closed. */
async function closeStranger(targetId: string, session: CdpSession): Promise<void> {
  await Promise.allSettled([
    session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    session.send('Runtime.runIfWaitingForDebugger'),
    browserSession().send('Target.closeTarget', { targetId }),
  ]);
}
