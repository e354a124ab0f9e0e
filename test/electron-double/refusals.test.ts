import { expect, test } from 'vitest';
import { PAGES, runOnDouble } from '../support/electron-program.ts';

test('the double refuses before it is ready what Electron refuses then', async () => {
  const { reported, code } = await runOnDouble(`
    const { screen } = await import('electron');
    report('screen', refused(() => screen.getPrimaryDisplay()));
    report('window', refused(() => new BrowserWindow()));
    report('session', refused(() => session.defaultSession));
    report('handle', refused(() => protocol.handle('app', () => new Response())));
    report('privilege', refused(() =>
      protocol.registerSchemesAsPrivileged([{ scheme: 'x', privileges: { secured: true } }])));
    protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true } }]);
    report('twice', refused(() => protocol.registerSchemesAsPrivileged([{ scheme: 'b' }])));
    app.exit(3);
  `);
  expect(reported).toEqual({
    screen: "The 'screen' module can't be used before the app 'ready' event",
    window: 'Cannot create BrowserWindow before app is ready',
    session: 'Session can only be received when app is ready',
    handle: 'Session can only be received when app is ready',
    privilege: expect.stringMatching(/^Electron [\d.]+ has no Privileges\.secured$/),
    twice: 'protocol.registerSchemesAsPrivileged can only be called once',
  });
  expect(code).toBe(3);
});

test('a scheme that is registered late, and names Electron does not have, are refused', async () => {
  const { reported } = await runOnDouble(`
    const { dialog, powerMonitor, powerSaveBlocker } = await import('electron');
    app.whenReady().then(async () => {
      report('late', refused(() => protocol.registerSchemesAsPrivileged([{ scheme: 'app' }])));
      report('method', refused(() => app.setKioskMode(true)));
      report('blocker', refused(() => powerSaveBlocker.start('prevent-sleep')));
      report('power', refused(() => powerMonitor.on('sleep', () => {})));
      report('login', refused(() => app.setLoginItemSettings({ openAtStart: true })));
      report('box', await rejected(() => dialog.showMessageBox({ message: 'a', choices: [] })));
      report('event', refused(() => app.on('will-close', () => {})));
      report('option', refused(() => new BrowserWindow({ kioskMode: true })));
      report('preference', refused(() => new BrowserWindow({ webPreferences: { preloadScript: '/x' } })));
      report('static', refused(() => BrowserWindow.all()));
      report('set', refused(() => { session.defaultSession.locked = true; }));
      ipcMain.handle('once', () => 1);
      report('second', refused(() => ipcMain.handle('once', () => 2)));
      report('undone', refused(() => app.getGPUInfo('basic')));
      app.exit(0);
    });
  `);
  const no = (name: string) => expect.stringMatching(new RegExp(`^Electron [\\d.]+ has no ${name}$`));
  expect(reported).toEqual({
    late: 'protocol.registerSchemesAsPrivileged should be called before app is ready',
    method: no('App.setKioskMode'),
    blocker: 'Unknown type of power save blocker: prevent-sleep',
    power: no('event "sleep" of PowerMonitor'),
    login: no('Settings.openAtStart'),
    box: no('MessageBoxOptions.choices'),
    event: no('event "will-close" of App'),
    option: no('BrowserWindowConstructorOptions.kioskMode'),
    preference: no('WebPreferences.preloadScript'),
    static: no('BrowserWindow.all'),
    set: no('Session.locked'),
    second: "Attempted to register a second handler for 'once'",
    undone: 'the double of Electron does not do App.getGPUInfo',
  });
});

test('a program that waits for readiness at its top level waits for ever, as with Electron', async () => {
  const { reported, code } = await runOnDouble(`
    report('before', true);
    await app.whenReady();
    report('after', true);
  `);
  expect(reported).toEqual({ before: true });
  expect(code).not.toBe(0);
});

test('what electron does not export stops the program', async () => {
  const { reported, errors, code } = await runOnDouble(`
    import { kiosk } from 'electron';
    report('reached', true);
  `);
  expect(reported).toEqual({});
  expect(errors).toContain("does not provide an export named 'kiosk'");
  expect(code).toBe(1);
});

test('a preload script must be one CommonJS file that requires electron alone', async () => {
  const { reported } = await runOnDouble(
    `${PAGES}
    app.whenReady().then(async () => {
      for (const name of ['esm.mjs', 'two.cjs', 'node.cjs', 'gone.cjs', 'unknown.cjs', 'throws.cjs', 'good.cjs']) {
        let error = 'none';
        app.once('web-contents-created', (_event, contents) =>
          contents.on('preload-error', (_event, _path, { message }) => { error = message; }));
        const window = await show(name);
        report(name, [error, await window.webContents.executeJavaScript('typeof window.api')]);
      }
      app.exit(0);
    });`,
    {
      'esm.mjs': `import { contextBridge } from 'electron'; contextBridge.exposeInMainWorld('api', {});`,
      'two.cjs': `require('./good.cjs');`,
      'node.cjs': `require('node:fs');`,
      'unknown.cjs': `require('electron').shell.openExternal('x');`,
      'throws.cjs': `throw new Error('on purpose');`,
      'good.cjs': `const { contextBridge } = require('electron'); contextBridge.exposeInMainWorld('api', {});`,
    },
  );
  expect(reported).toEqual({
    'esm.mjs': ['SyntaxError: Cannot use import statement outside a module', 'undefined'],
    'two.cjs': ['Error: module not found: ./good.cjs', 'undefined'],
    'node.cjs': ['Error: module not found: node:fs', 'undefined'],
    'gone.cjs': [expect.stringContaining('ENOENT'), 'undefined'],
    'unknown.cjs': [expect.stringContaining('does not do electron.shell'), 'undefined'],
    'throws.cjs': ['Error: on purpose', 'undefined'],
    'good.cjs': ['none', 'object'],
  });
});
