import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '../..');
const at = (path: string) => JSON.stringify(pathToFileURL(join(ROOT, path)).href);

/**
 * What a program on the double starts with that shows a small page in the till's own window: `window`, `page(code)` to run
 * something in it, `till` with what it was asked, and a `clock` that the program moves on.
 */
export const hostedPage = (profile: 'kiosk' | 'window'): string => `
const { registerScheme, startDesktopHost } = await import(${at('electron/hosts/desktop/start.ts')});
const { lockDown } = await import(${at('electron/hosts/desktop/lockdown.ts')});
const { FakeClock } = await import(${at('test/support/fake-clock.ts')});
const { displayAt, theScreen } = await import(${at('test/support/electron-double/screen.ts')});
const { thePower } = await import(${at('test/support/electron-double/power.ts')});
const { boxes } = await import(${at('test/support/electron-double/dialog.ts')});
const { aStatus } = await import(${at('test/support/fixtures.ts')});
const { powerSaveBlocker } = await import('electron');
registerScheme();
lockDown(app);
await 0;
const settled = (ms = 50) => new Promise(done => setTimeout(done, ms));
const until = async (holds, patience = 8_000) => {
  for (const from = Date.now(); !(await holds()) && Date.now() - from < patience; ) await settled(20);
};
const hears = (emitter, name) => new Promise(done => emitter.once(name, done));
const clock = new FakeClock();
const till = {
  asked: [],
  woken: 0,
  status: aStatus(),
  saleOnScreen: false,
  call: async method => {
    till.asked.push(method);
    return { ok: true, value: method === 'terminal.status' ? till.status : {} };
  },
  on: () => () => {},
  wake: () => void till.woken++,
  hasSaleOnScreen: () => till.saleOnScreen,
};
let window;
const start = async (parts = {}) => {
  await app.whenReady();
  const folder = import.meta.dirname;
  window = await startDesktopHost({
    till, clock, profile: '${profile}',
    rendererDir: join(folder, 'renderer'),
    preload: join(folder, 'preload.cjs'),
    log: { error() {}, warn() {} },
    ...parts,
  });
};
const page = code => window.webContents.executeJavaScript(code);
`;

export const HOSTED_FILES = {
  'renderer/index.html':
    '<!doctype html><html lang="en"><title>till</title><div id="root"></div><script src="/keys.js"></script></html>',
  'renderer/keys.js':
    "window.heard = []; addEventListener('keydown', event => window.heard.push(event.key)); document.getElementById('root').append('till');",
  'preload.cjs':
    "const { ipcRenderer } = require('electron'); window.addEventListener('message', event => ipcRenderer.send('keytill:alive', event.data === 'shows'));",
};
