import { BrowserWindow, session } from 'electron';
import type { PrintPage, SystemPrinters } from '../../ports.ts';
import { SCHEME, TILL_PAGE } from './pages.ts';
import { printOptions } from './print-options.ts';

/** What the driver says of a print. */
type Said = Awaited<ReturnType<SystemPrinters['print']>>;

/** In memory, and shared with no other page: what is printed has keys on it. */
const PARTITION = 'print';

/**
 * The printers of this machine, each page printed from a window that nobody sees: it has no preload script and runs none
 * of its own, it can load nothing but this one page, and it is gone when the driver has spoken.
 */
export function desktopPrinters(till: BrowserWindow): SystemPrinters {
  const pages = new Map<string, PrintPage>();
  let last = 0;

  function answerPages(): void {
    const { protocol } = session.fromPartition(PARTITION);
    if (!protocol.isProtocolHandled(SCHEME))
      protocol.handle(SCHEME, ({ url }) => answerPrint(pages.get(url)));
  }

  return {
    async list() {
      const found = await till.webContents.getPrintersAsync();
      return found.map(({ name, displayName }) => ({ name, shown: displayName || name }));
    },
    async print(name, page, signal) {
      answerPages();
      const address = `${TILL_PAGE}print/${++last}`;
      pages.set(address, page);
      const window = makePrintWindow();
      const givenUp = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('nobody waits for the driver any more')));
      });
      try {
        return await Promise.race([printFrom(window, address, name, page), givenUp]);
      } finally {
        pages.delete(address);
        if (!window.isDestroyed()) window.destroy();
      }
    },
  };
}

function answerPrint(page: PrintPage | undefined): Response {
  if (!page) return new Response(null, { status: 404 });
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': page.contentSecurityPolicy,
    'cache-control': 'no-store',
  };
  return new Response(page.html, { headers });
}

function makePrintWindow(): BrowserWindow {
  return new BrowserWindow({
    show: false,
    webPreferences: {
      partition: PARTITION,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      devTools: false,
      spellcheck: false,
    },
  });
}

async function printFrom(
  window: BrowserWindow,
  address: string,
  name: string,
  page: PrintPage,
): Promise<Said> {
  await window.loadURL(address);
  return await handOver(window, name, page);
}

function handOver(window: BrowserWindow, name: string, page: PrintPage): Promise<Said> {
  return new Promise(resolve => {
    window.webContents.print(printOptions(name, page), (isPrinted, says) =>
      resolve(isPrinted ? { ok: true } : { ok: false, says }),
    );
  });
}
