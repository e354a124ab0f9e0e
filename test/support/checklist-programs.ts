import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PAGES, runOnDouble } from './electron-program.ts';

const root = resolve(import.meta.dirname, '../..');
/** The desktop host's own files, for a program that runs on the double. */
const desktop = (file: string) => JSON.stringify(join(root, 'electron/hosts/desktop', file));

/** The files below a folder of the project, with what is in them. */
export const sources = (folder: string): (readonly [string, string])[] =>
  globSync(`${folder}/**/*.{ts,tsx,html}`, { cwd: root }).map(file => [
    file,
    readFileSync(join(root, file), 'utf8'),
  ]);

/** What happens to a webview that a page tries to attach. */
export async function attachedWebview(): Promise<object> {
  const { reported } = await runOnDouble(`
    import { EventEmitter } from 'node:events';
    import { lockDown } from ${desktop('lockdown.ts')};
    const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler() {} });
    lockDown(app);
    app.emit('web-contents-created', {}, contents);
    let prevented = false;
    contents.emit('will-attach-webview', { preventDefault() { prevented = true; } }, {}, { src: 'app://keytill/' });
    report('prevented', prevented);
    app.exit(0);`);
  return reported;
}

let made: Promise<object> | undefined;

/** What the till's window, another window with the same bridge, and a strange page in the till's window get of it. */
export function bridged(): Promise<object> {
  made ??= runOnDouble(BRIDGE).then(({ reported }) => reported);
  return made;
}

const BRIDGE = `${PAGES}
  import { joinWindow } from ${desktop('ipc.ts')};
  app.whenReady().then(async () => {
    protocol.handle('app', () => new Response('<p>page</p>', { headers: { 'content-type': 'text/html' } }));
    const preload = ${JSON.stringify(join(root, 'out/preload/preload.cjs'))};
    const open = async url => {
      const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } });
      await window.loadURL(url);
      return window;
    };
    const own = await open('app://keytill/');
    const refusals = [];
    let tell;
    const till = { call: async () => 'answered', on: listener => { tell = listener; return () => {}; } };
    joinWindow(till, own, { error: ({ refusal }) => refusals.push(refusal), warn() {} });
    const run = (window, script) => window.webContents.executeJavaScript(script);
    const ask = window => run(window, 'keytill.call("terminal.status", {}).catch(String)');
    report('own', await ask(own));
    await run(own, 'window.heard = new Promise(done => keytill.on((...given) => done([given]))), 1');
    tell({ name: 'session.changed', payload: { staff: null } });
    report('heard', await run(own, 'heard'));
    report('other', await ask(await open('app://keytill/')));
    await own.loadURL('app://strange/');
    report('strange', await ask(own));
    report('refusals', refusals);
    app.exit(0);
  });`;
