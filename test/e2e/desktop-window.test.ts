import { describe, expect, test } from 'vitest';
import { runOnDouble } from '../support/electron-program.ts';
import { hostsUnderTest } from '../support/hosts.ts';
import { areNamed } from '../support/named-hosts.ts';
import { HOSTED_FILES, hostedPage } from './hosted-page.ts';

const run = (profile: 'kiosk' | 'window', main: string) =>
  runOnDouble(`${hostedPage(profile)}${main}`, HOSTED_FILES);

describe.runIf(hostsUnderTest(['double']).includes('double')).concurrent('on the double of Electron', () => {
  test('a kiosk fills its display and stays there, hears only the keys of a till, and cannot be closed', async () => {
    const { reported, errors, code } = await run(
      'kiosk',
      `start().then(async () => {
        report('bounds', window.getBounds());
        report('kiosk', [window.isKiosk(), window.isFullScreen(), powerSaveBlocker.isStarted(1)]);
        window.minimize();
        window.setFullScreen(false);
        report('stays', [window.isMinimized(), window.isFullScreen()]);
        theScreen.plug([displayAt(1, 0, 1280, 800), displayAt(2, 1280, 1920, 1080)]);
        report('another', window.getBounds());
        theScreen.plug([displayAt(2, 0, 1920, 1080)]);
        report('only the other', [window.getBounds(), window.isKiosk(), window.isFullScreen()]);
        theScreen.plug([displayAt(2, 0, 1080, 1920)]);
        report('turned', window.getBounds());
        for (const key of ['a', 'F5', 'F11', 'F12', 'ContextMenu', '7'])
          window.webContents.sendInputEvent({ type: 'keyDown', keyCode: key });
        for (const key of ['r', 'w', 'p', '+', '-', 'c'])
          window.webContents.sendInputEvent({ type: 'keyDown', keyCode: key, modifiers: ['control'] });
        await until(async () => (await page('heard.length')) >= 3);
        report('heard', await page('heard'));
        window.close();
        await settled();
        report('closed', window.isDestroyed());
        thePower.tell('suspend');
        thePower.tell('resume');
        thePower.tell('lock-screen');
        report('power', [till.asked.filter(method => method === 'session.signOut').length, till.woken]);
        till.status = { ...till.status, phase: 'setup' };
        window.once('closed', () =>
          report('closed before it has a manager', [window.isDestroyed(), powerSaveBlocker.isStarted(1)]),
        );
        window.close();
      });`,
    );
    expect(errors).not.toMatch(/Error/);
    expect(reported).toEqual({
      bounds: { x: 0, y: 0, width: 1280, height: 800 },
      kiosk: [true, true, true],
      stays: [false, true],
      another: { x: 0, y: 0, width: 1280, height: 800 },
      'only the other': [{ x: 0, y: 0, width: 1920, height: 1080 }, true, true],
      turned: { x: 0, y: 0, width: 1080, height: 1920 },
      heard: ['a', '7', 'c'],
      closed: false,
      power: [2, 1],
      'closed before it has a manager': [true, false],
    });
    expect(code).toBe(0);
  });

  // Ten pages, one after the other.
  test.runIf(areNamed())(
    'a page that crashes, hangs or stays empty is loaded again, and one that keeps failing says so',
    async () => {
      const { reported, errors } = await run(
        'kiosk',
        `let loads = 0;
      start().then(async () => {
        window.webContents.on('did-finish-load', () => loads++);
        const again = async (name, fail) => {
          const before = loads;
          await fail();
          await until(async () => { await clock.pass(100); return loads > before; });
          report(name, [loads > before, window.webContents.getURL()]);
        };
        await page("postMessage('shows')");
        await settled();
        await clock.pass(15_000);
        await page("postMessage('shows')");
        await settled();
        await clock.pass(15_000);
        await settled();
        report('alive', loads);
        await again('crash', () => window.webContents.forcefullyCrashRenderer());
        await again('empty', async () => { await page("postMessage('nothing')"); await settled(); await clock.pass(36_000); });
        await again('hang', async () => { void page('for (;;);').catch(() => {}); await settled(); await clock.pass(36_000); });
        for (let n = 0; n < 6 && !window.webContents.getURL().endsWith('stopped'); n++)
          await again('crash ' + n, () => window.webContents.forcefullyCrashRenderer());
        report('words', await page("document.querySelector('h1').textContent"));
        await page("document.querySelector('a').click()");
        await until(() => window.webContents.getURL() === 'app://keytill/');
        report('tried again', window.webContents.getURL());
        app.exit(0);
      });`,
      );
      expect(errors).not.toMatch(/Error/);
      expect(reported).toMatchObject({
        alive: 0,
        crash: [true, 'app://keytill/'],
        empty: [true, 'app://keytill/'],
        hang: [true, 'app://keytill/'],
        'crash 0': [true, 'app://keytill/'],
        words: 'The screen of this till keeps failing',
        'tried again': 'app://keytill/',
      });
    },
  );

  test('a page that cannot be loaded at first does not end the start, and is loaded again', async () => {
    const { reported, errors } = await run(
      'window',
      `let failed;
      app.once('browser-window-created', (_event, { webContents }) => {
        webContents.once('did-start-navigation', () => void webContents.loadURL('https://elsewhere.invalid/'));
        failed = hears(webContents, 'did-fail-load').then(() => clock.pass(5_000));
      });
      start().then(async () => {
        await failed;
        const { webContents } = window;
        report('started', BrowserWindow.getAllWindows().length);
        const gone = hears(webContents, 'render-process-gone');
        await clock.pass(36_000);
        await gone;
        const loaded = hears(webContents, 'did-finish-load');
        await clock.pass(1_000);
        await loaded;
        report('page', webContents.getURL());
        app.exit(0);
      }, error => { report('refused', error.message); app.exit(1); });`,
    );
    expect(errors).not.toMatch(/Error/);
    expect(reported).toEqual({ started: 1, page: 'app://keytill/' });
  });

  // Nine pages, one after the other.
  test.runIf(areNamed())(
    'the page of a program that keeps failing comes back when it fails itself, and a person alone opens the till',
    async () => {
      const { reported, errors } = await run(
        'kiosk',
        `let opened = 0;
      start({ crashed: { language: 'en', again: () => opened++ } }).then(async () => {
        const { webContents } = window;
        const crash = async restMs => {
          const gone = hears(webContents, 'render-process-gone');
          webContents.forcefullyCrashRenderer();
          await gone;
          const loaded = hears(webContents, 'did-finish-load');
          await clock.pass(restMs);
          await loaded;
        };
        for (let n = 0; n < 6; n++) await crash(2_000);
        await crash(30_000);
        const heading = await page("document.querySelector('h1').textContent");
        report('crashed', [opened, webContents.getURL(), heading, till.asked]);
        const loaded = hears(webContents, 'did-finish-load');
        await page("document.querySelector('a').click()");
        await loaded;
        report('asked', [opened, webContents.getURL()]);
        await crash(30_000);
        report('crashed when open', webContents.getURL());
        app.exit(0);
      });`,
      );
      expect(errors).not.toMatch(/Error/);
      expect(reported).toEqual({
        crashed: [0, 'app://keytill/crashed', 'The till keeps ending with an error', []],
        asked: [1, 'app://keytill/'],
        'crashed when open': 'app://keytill/stopped',
      });
    },
  );

  test('a window asks before it closes on a sale or on work, and closes on its own otherwise', async () => {
    const { reported, errors } = await run(
      'window',
      `start().then(async () => {
        report('kiosk', [window.isKiosk(), powerSaveBlocker.isStarted(1)]);
        till.saleOnScreen = true;
        window.close();
        await settled();
        report('kept', [window.isDestroyed(), boxes.asked.at(-1).detail]);
        till.saleOnScreen = false;
        till.status = { ...till.status, language: 'ru', queue: { ...till.status.queue, waiting: 1 } };
        boxes.pressed = 1;
        window.close();
        await until(() => window.isDestroyed());
        report('closed', [window.isDestroyed(), boxes.asked.length, boxes.asked.at(-1).message]);
        app.exit(0);
      });
      app.on('window-all-closed', () => {});`,
    );
    expect(errors).not.toMatch(/Error/);
    expect(reported).toEqual({
      kiosk: [false, false],
      kept: [false, expect.stringContaining('A sale is on the screen')],
      closed: [true, 2, 'Закрыть кассу?'],
    });
  });

  test.runIf(areNamed()).each([
    ['window', 'closes all the same', true],
    ['kiosk', 'stays', false],
  ] as const)('the %s of a till that does not answer %s', async (profile, _, closes) => {
    const { reported, errors } = await run(
      profile,
      `start().then(async () => {
        till.call = () => new Promise(() => {});
        window.close();
        await settled();
        report('at once', window.isDestroyed());
        await clock.pass(2_000);
        await settled();
        report('later', window.isDestroyed());
        app.exit(0);
      });
      app.on('window-all-closed', () => {});`,
    );
    expect(errors).not.toMatch(/Error/);
    expect(reported).toEqual({ 'at once': false, later: closes });
  });
});
