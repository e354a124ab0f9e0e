import { expect, test } from 'vitest';
import { PAGES, runOnDouble } from '../support/electron-program.ts';

const PRELOAD = `
const { contextBridge, ipcRenderer } = require('electron');
globalThis.ownOfPreload = 'seen';
class Drawer { constructor() { this.open = true; } close() {} }
const refused = run => { try { run(); return 'not refused'; } catch (error) { return error.message; } };
const circular = {}; circular.self = circular;
const refusals = {
  symbol: refused(() => contextBridge.exposeInMainWorld('s', { a: Symbol('a') })),
  circular: refused(() => contextBridge.exposeInMainWorld('c', circular)),
  weak: refused(() => contextBridge.exposeInMainWorld('w', { a: new WeakMap() })),
  taken: refused(() => contextBridge.exposeInMainWorld('document', {})),
};
contextBridge.exposeInMainWorld('api', {
  refusals,
  drawer: new Drawer(),
  at: new Date(0),
  map: new Map([['a', 1]]),
  bytes: new Uint8Array([1, 2]),
  nothing: undefined,
  twice: n => n * 2,
  calledBack: (run, ...args) => run(...args),
  later: async value => ({ value }),
  fails: () => { throw new RangeError('too far'); },
  failsLater: () => Promise.reject(new Error('later')),
  isObject: value => Object.getPrototypeOf(value) === Object.prototype,
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  hear: listener => { ipcRenderer.on('news', (_event, ...news) => listener(...news)); },
  sendsFunction: () => ipcRenderer.invoke('echo', () => {}),
});
`;

test('contextBridge copies, proxies functions, and keeps the worlds apart', async () => {
  const { reported, errors } = await runOnDouble(
    `${PAGES}
    app.whenReady().then(async () => {
      const { webContents } = await show('preload.cjs');
      const page = async (name, code) => report(name, await webContents.executeJavaScript(code));
      await page('refusals', 'api.refusals');
      await page('drawer', '[api.drawer.open, typeof api.drawer.close, Object.getPrototypeOf(api.drawer) === Object.prototype]');
      await page('kinds', '[api.at instanceof Date, api.map.get("a"), api.bytes instanceof Uint8Array, "nothing" in api]');
      await page('functions', '[api.twice(21), api.calledBack((a, b) => a + b, 1, 2)]');
      await page('later', 'api.later([1])');
      await page('fails', '(() => { try { api.fails(); } catch (e) { return [e instanceof Error, e.message]; } })()');
      await page('failsLater', 'api.failsLater().catch(e => e.message)');
      await page('arrives', 'api.isObject(new (class Own { a = 1 })())');
      await page('frozen', '(() => { "use strict"; const out = []; for (const change of [() => { api.twice = 1; }, () => { api = 1; }, () => { delete window.api; }]) try { change(); out.push("changed"); } catch { out.push("refused"); } return out; })()');
      await page('apart', '[typeof require, typeof process, typeof ownOfPreload, Object.keys(window).filter(k => k.startsWith("__"))]');
      app.exit(0);
    });`,
    { 'preload.cjs': PRELOAD },
  );
  expect(errors).not.toContain('Error:');
  expect(reported).toEqual({
    refusals: {
      symbol: 'An object could not be cloned.',
      circular: expect.stringContaining('recursion depth exceeded'),
      weak: expect.stringContaining('could not be cloned'),
      taken: 'Cannot bind an API on top of an existing property on the window object',
    },
    drawer: [true, 'undefined', true],
    kinds: [true, 1, true, true],
    functions: [42, 3],
    later: { value: [1] },
    fails: [true, 'RangeError: too far'],
    failsLater: 'later',
    arrives: true,
    frozen: ['refused', 'refused', 'refused'],
    apart: ['undefined', 'undefined', 'undefined', []],
  });
});

test('messages are cloned both ways, and say which frame they come from', async () => {
  const { reported } = await runOnDouble(
    `${PAGES}
    app.whenReady().then(async () => {
      ipcMain.handle('echo', (_event, value) => value);
      ipcMain.handle('kinds', (_event, ...args) => args.map(arg => Object.prototype.toString.call(arg)));
      ipcMain.handle('who', event => [
        event.senderFrame.url, event.senderFrame.origin, event.senderFrame.parent, event.sender === window.webContents,
        event.sender.id === window.webContents.id,
      ]);
      ipcMain.handle('fails', () => { throw new TypeError('no such drawer'); });
      ipcMain.handle('gives', () => () => {});
      const window = await show('preload.cjs', '<iframe srcdoc="inner"></iframe>');
      const page = async (name, code) => report(name, await window.webContents.executeJavaScript(code));
      await page('kinds', 'api.invoke("kinds", new Date(), new Map(), new Uint8Array(1), undefined, 1n, NaN, [1], /x/)');
      await page('back', 'api.invoke("echo", { d: new Date(5), m: new Map([[1, { a: [undefined] }]]) }).then(v => [v.d.getTime(), v.m.get(1).a.length])');
      await page('who', 'api.invoke("who")');
      await page('none', 'api.invoke("nobody").catch(e => e.message)');
      await page('fails', 'api.invoke("fails").catch(e => e.message)');
      await page('gives', 'api.invoke("gives").catch(e => e.message)');
      await page('function', 'Promise.resolve().then(() => api.sendsFunction()).catch(e => e.message)');
      await page('inner', 'typeof document.querySelector("iframe").contentWindow.api');
      await page('listens', 'window.news = new Promise(done => api.hear((...news) => done(news))), 1');
      window.webContents.send('news', 'a', { b: new Date(7) });
      await page('news', 'news.then(([a, { b }]) => [a, b.getTime()])');
      app.exit(0);
    });`,
    { 'preload.cjs': PRELOAD },
  );
  const tags = ['Date', 'Map', 'Uint8Array', 'Undefined', 'BigInt', 'Number', 'Array', 'RegExp'];
  expect(reported).toMatchObject({
    kinds: tags.map(tag => `[object ${tag}]`),
    back: [5, 1],
    who: ['app://till/', 'app://till', null, true, true],
    none: "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    fails: "Error invoking remote method 'fails': TypeError: no such drawer",
    gives: expect.stringContaining('could not be cloned'),
    function: expect.stringContaining('could not be cloned'),
    inner: 'undefined',
    news: ['a', 7],
  });
});
