import { join } from 'node:path';
import { type App, type DownloadItem, type Session, app as theApp, type WebContents } from 'electron';
import { isTillPage, mayBeSaved, mayLoad } from './pages.ts';

/** Shuts every way out of the till's own pages, for every page and session the process will ever make. */
export function lockDown(app: App): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
  app.on('session-created', lockSession);
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
}

function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', event => event.preventDefault());
  const stay = (event: { url: string; preventDefault(): void }) => {
    if (!isTillPage(event.url)) event.preventDefault();
  };
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
}

/** Called for the default session, too, which may exist before anyone listens for new ones. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', save);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }));
}

/** Into the person's downloads folder, without a dialog that could open other folders; anything else is refused. */
function save(event: { preventDefault(): void }, item: DownloadItem): void {
  if (!mayBeSaved(item.getURL(), item.getFilename())) event.preventDefault();
  else item.setSavePath(join(theApp.getPath('downloads'), item.getFilename()));
}
