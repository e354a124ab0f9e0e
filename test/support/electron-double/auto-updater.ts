import { theApp } from './app.ts';
import { openWindows } from './browser-window.ts';
import { Emitter } from './emitter.ts';
import { guarded } from './guard.ts';

/** Squirrel.Mac as far as there is something to see without macOS: it fetches a zip, and does not look into it. */
class AutoUpdaterDouble extends Emitter {
  private feed: { url: string; headers?: Record<string, string> } | undefined;
  private isReady = false;

  setFeedURL(feed: { url: string; headers?: Record<string, string> }): void {
    this.feed = feed;
  }
  getFeedURL(): string {
    return this.feed?.url ?? '';
  }

  checkForUpdates(): void {
    if (process.platform !== 'darwin')
      throw new TypeError('the double of Electron does not do updates of this system');
    this.emit('checking-for-update');
    this.fetch().catch(error => this.emit('error', error));
  }

  quitAndInstall(): void {
    this.emit('before-quit-for-update');
    if (!this.isReady) {
      this.emit('error', new Error("No update available, can't quit and install"));
      return;
    }
    for (const window of openWindows()) window.close();
    if (openWindows().length === 0) theApp.quit();
  }

  private async fetch(): Promise<void> {
    if (!this.feed) throw new Error('Update URL is not set');
    const { url, headers = {} } = this.feed;
    const answer = await fetch(url, { headers });
    if (answer.status === 204) return void this.emit('update-not-available');
    const { url: from } = (await answer.json()) as { url: string };
    this.emit('update-available');
    const zip = await fetch(from, { headers }).then(part => part.bytes());
    if (Buffer.from(zip.subarray(0, 2)).toString() !== 'PK') throw new Error('The update is not a zip');
    this.isReady = true;
    this.tell('update-downloaded', {}, '', '', new Date(), from);
  }
}

export const autoUpdater = guarded('AutoUpdater', new AutoUpdaterDouble());
