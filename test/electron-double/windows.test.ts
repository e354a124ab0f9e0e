import { expect, test } from 'vitest';
import { PAGES, runOnDouble } from '../support/electron-program.ts';

test('navigation, new windows and requests are asked about, and permissions refused', async () => {
  const { reported } = await runOnDouble(`${PAGES}
    app.whenReady().then(async () => {
      const asked = [];
      app.on('web-contents-created', (_event, contents) => {
        contents.on('will-frame-navigate', event => {
          asked.push([event.url, event.isMainFrame]);
          if (!event.url.startsWith('app://till/')) event.preventDefault();
        });
        contents.setWindowOpenHandler(({ url }) => { asked.push(['open', url]); return { action: 'deny' }; });
      });
      const own = session.defaultSession;
      own.setPermissionRequestHandler((_contents, name, answer) => answer(name === 'notifications'));
      own.setPermissionCheckHandler(() => true);
      own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: url.includes('forbidden') }));
      const window = await show(undefined, '<p>page</p>');
      const { webContents } = window;
      const page = code => webContents.executeJavaScript(code);
      report('own load', asked.length);
      await page('window.open("https://elsewhere.invalid/a"), 1');
      await page('location.href = "https://elsewhere.invalid/b", 1');
      await page('document.body.append(Object.assign(document.createElement("iframe"), { src: "https://elsewhere.invalid/c" })), 1');
      await page('new Promise(done => setTimeout(done, 300))');
      report('asked', asked.splice(0));
      report('still', webContents.getURL());
      report('fetched', await page('Promise.all(["/forbidden", "/allowed"].map(path => fetch(path).then(r => r.status, () => "failed")))'));
      report('permissions', await page('Promise.all(["geolocation", "notifications"].map(async name => (await navigator.permissions.query({ name })).state))'));
      const moved = new Promise(done => webContents.once('did-navigate', (_event, url) => done(url)));
      await page('location.href = "/next", 1');
      report('moved', await moved);
      app.exit(0);
    });`);
  expect(reported).toEqual({
    'own load': 0,
    asked: [
      ['open', 'https://elsewhere.invalid/a'],
      ['https://elsewhere.invalid/b', true],
      ['https://elsewhere.invalid/c', false],
    ],
    still: 'app://till/',
    fetched: ['failed', 200],
    permissions: ['denied', 'granted'],
    moved: 'app://till/next',
  });
});

test('several windows have bounds, focus and kiosk, and the last one that closes is heard', async () => {
  const { reported, code } = await runOnDouble(`${PAGES}
    app.whenReady().then(async () => {
      const [first, second] = [await show(), await show()];
      report('ids', [first.id, second.id, BrowserWindow.getAllWindows().length]);
      report('same', [BrowserWindow.fromWebContents(second.webContents) === second, BrowserWindow.fromId(1) === first]);
      second.setBounds({ x: 10, y: 20, width: 900, height: 700 });
      report('bounds', second.getBounds());
      first.focus(); second.focus();
      report('focus', [first.isFocused(), second.isFocused(), BrowserWindow.getFocusedWindow() === second]);
      second.setKiosk(true);
      report('kiosk', [second.isKiosk(), second.isFullScreen()]);
      first.once('close', event => event.preventDefault());
      first.close();
      report('kept', first.isDestroyed());
      first.close();
      report('gone', [first.isDestroyed(), refused(() => first.focus()), refused(() => first.webContents)]);
      const order = [];
      for (const name of ['before-quit', 'will-quit', 'quit']) app.on(name, () => { order.push(name); report('order', order); });
      app.on('window-all-closed', () => { order.push('window-all-closed'); app.quit(); });
      second.close();
    });`);
  const destroyed = 'Object has been destroyed';
  expect(reported).toEqual({
    ids: [1, 2, 2],
    same: [true, true],
    bounds: { x: 10, y: 20, width: 900, height: 700 },
    focus: [false, true, true],
    kiosk: [true, true],
    kept: false,
    gone: [true, destroyed, destroyed],
    order: ['window-all-closed', 'before-quit', 'will-quit', 'quit'],
  });
  expect(code).toBe(0);
});

test('a page that crashes is said to be gone, and can be loaded again', async () => {
  const { reported } = await runOnDouble(`${PAGES}
    app.whenReady().then(async () => {
      const window = await show();
      const gone = new Promise(done => window.webContents.once('render-process-gone', (_event, details) => done(details.reason)));
      window.webContents.forcefullyCrashRenderer();
      report('gone', await gone);
      await window.loadURL('app://till/again');
      report('again', await window.webContents.executeJavaScript('document.body.textContent'));
      app.exit(0);
    });`);
  expect(reported).toEqual({ gone: 'crashed', again: 'page' });
});

test('a load is rejected where it fails, where another takes its place, and where the window is closed meanwhile', async () => {
  const { reported } = await runOnDouble(`${PAGES}
    app.whenReady().then(async () => {
      const window = await show();
      const { webContents } = window;
      const heard = [];
      webContents.on('did-fail-load', (_event, code, reason, url, isMainFrame) => heard.push([code, reason, url, isMainFrame]));
      webContents.on('did-finish-load', () => heard.push('finished'));
      report('fails', [await rejected(() => window.loadURL('https://elsewhere.invalid/')), heard.splice(0)]);
      const first = window.loadURL('app://till/first');
      const second = window.loadURL('app://till/second');
      report('replaced', [await rejected(() => first), await rejected(() => second), webContents.getURL(), heard.splice(0)]);
      protocol.unhandle('app');
      let asked;
      const isAsked = new Promise(done => { asked = done; });
      protocol.handle('app', ({ url }) => new Promise(() => url.endsWith('/third') && asked()));
      const third = window.loadURL('app://till/third');
      await isAsked;
      app.on('window-all-closed', () => {});
      window.destroy();
      report('closed', [await rejected(() => third), heard.splice(0)]);
      app.exit(0);
    });`);
  expect(reported).toEqual({
    fails: [
      "ERR_NAME_NOT_RESOLVED (-105) loading 'https://elsewhere.invalid/'",
      [[-105, 'ERR_NAME_NOT_RESOLVED', 'https://elsewhere.invalid/', true]],
    ],
    replaced: [
      "ERR_ABORTED (-3) loading 'app://till/second'",
      'not refused',
      'app://till/second',
      ['finished'],
    ],
    closed: ["ERR_FAILED (-2) loading 'app://till/third'", []],
  });
});

test('a file is saved where the program says, and one that is refused is nowhere', async () => {
  const { reported } = await runOnDouble(`${PAGES}
    import { existsSync, readFileSync } from 'node:fs';
    app.whenReady().then(async () => {
      const place = join(import.meta.dirname, 'day.csv');
      const saved = new Promise(done => session.defaultSession.on('will-download', (event, item) => {
        if (item.getFilename() === 'refused.csv') return event.preventDefault();
        item.setSavePath(place);
        item.once('done', (_event, state) => done([state, item.getURL().startsWith('blob:app://till/')]));
      }));
      const { webContents } = await show();
      const save = name => webContents.executeJavaScript(
        'Object.assign(document.createElement("a"), { download: "' + name + '", href: URL.createObjectURL(new Blob(["a;b"])) }).click()');
      await save('refused.csv');
      await save('day.csv');
      report('saved', [...await saved, readFileSync(place, 'utf8')]);
      app.exit(0);
    });`);
  expect(reported).toEqual({ saved: ['completed', true, 'a;b'] });
});

test('the headers of what comes over http can be changed, and the answer refused', async () => {
  const { reported } = await runOnDouble(`${PAGES}
    import { createServer } from 'node:http';
    app.whenReady().then(async () => {
      const server = createServer((_request, response) => {
        response.writeHead(200, { 'x-given': 'server' }).end('body');
      }).listen(0, '127.0.0.1');
      await new Promise(done => server.once('listening', done));
      const address = 'http://127.0.0.1:' + server.address().port;
      session.defaultSession.webRequest.onHeadersReceived(({ url, responseHeaders }, answer) => {
        if (url.endsWith('/refused')) answer({ cancel: true });
        else answer({ responseHeaders: { ...responseHeaders, 'x-given': 'changed' } });
      });
      const { webContents } = await show();
      await webContents.loadURL(address + '/');
      const ask = path => webContents.executeJavaScript(
        'fetch("' + path + '").then(async r => [r.headers.get("x-given"), await r.text()], () => "failed")');
      report('changed', await ask('/'));
      report('refused', await ask('/refused'));
      app.exit(0);
    });`);
  expect(reported).toEqual({ changed: ['changed', 'body'], refused: 'failed' });
});
