import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { Emitter } from './emitter.ts';
import { guarded } from './guard.ts';
import type { Session } from './session.ts';
import { addresses, browserSession } from './world.ts';

/** `DownloadItem`: one file on its way to the disk. */
class DownloadItem extends Emitter {
  private readonly url: string;
  private readonly filename: string;
  private savePath = '';
  private state = 'progressing';
  constructor(url: string, filename: string) {
    super();
    this.url = url;
    this.filename = filename;
  }
  getURL(): string {
    return this.url;
  }
  getFilename(): string {
    return this.filename;
  }
  setSavePath(path: string): void {
    this.savePath = path;
  }
  getSavePath(): string {
    return this.savePath;
  }
  getState(): string {
    return this.state;
  }
  end(state: 'completed' | 'cancelled'): void {
    this.state = state;
    this.tell('done', {}, state);
  }
}

/**
 * Asks the session's listeners about every download. Chromium writes it to a folder of its own first. Where nobody chose a
 * place Electron would ask the person with a dialog; the double refuses it, and says so.
 */
export async function watchDownloads(session: Session, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = browserSession();
  const items = new Map<string, DownloadItem>();
  await browser.send('Browser.setDownloadBehavior', {
    behavior: 'allowAndName',
    downloadPath: folder,
    eventsEnabled: true,
  });
  browser.on('Browser.downloadWillBegin', ({ guid, url, suggestedFilename }) => {
    const item = new DownloadItem(addresses.toProduct(url), suggestedFilename);
    const isRefused = session.tell('will-download', {}, guarded('DownloadItem', item));
    if (!isRefused && item.getSavePath() === '')
      process.stderr.write('the double of Electron does not do the dialog where to save a file\n');
    if (isRefused || item.getSavePath() === '') void browser.send('Browser.cancelDownload', { guid });
    else items.set(guid, item);
  });
  browser.on('Browser.downloadProgress', ({ guid, state }) => {
    const item = items.get(guid);
    if (!item || state === 'inProgress') return;
    items.delete(guid);
    if (state === 'completed') renameSync(join(folder, guid), item.getSavePath());
    item.end(state === 'completed' ? 'completed' : 'cancelled');
  });
}
