import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FUSES } from '../../packaging/fuses.ts';
import { built, reachedFrom, root } from '../build/output.ts';
import { attachedWebview, bridged, sources } from '../support/checklist-programs.ts';
import { type HostedTill, hostsUnderTest, openHostedTill } from '../support/hosts.ts';
import { areNamed } from '../support/named-hosts.ts';

/** The words of Electron's own checklist, in its order: docs/tutorial/security.md. */
const host = hostsUnderTest(['double']).find(name => name !== 'loopback');
const code = [...reachedFrom('main.js')].map(name => built('main').get(name)).join('\n');
const screens = [...built('renderer').values()].join('\n');
/** What every window of the built program is made with. */
const preferences = [...code.matchAll(/webPreferences:\{([^}]*)\}/g)].map(([, given]) => String(given));
const allWindows = (setting: string) => {
  expect(preferences.length).toBeGreaterThan(0);
  expect(code.match(/new BrowserWindow\(/g)).toHaveLength(preferences.length);
  for (const given of preferences) expect(given).toMatch(new RegExp(`(^|,)${setting}(,|$)`));
};
const noWindow = (setting: string) => {
  for (const [file, text] of [...sources('electron'), ...sources('renderer')])
    expect([file, String(text).includes(setting)]).toEqual([file, false]);
};

/** Booting the till for them takes its time: `npm test` looks through what is built, and boots it in boot.test.ts. */
const onHost = test.runIf(areNamed());

describe.runIf(host !== undefined)("of Electron's security checklist the desktop till keeps", () => {
  let folder = '';
  let till: HostedTill;
  let elsewhere: Server;
  let heard: string[];
  let address: string;

  beforeAll(async () => {
    if (!areNamed()) return;
    folder = mkdtempSync(join(tmpdir(), 'keytill-checklist-'));
    heard = [];
    elsewhere = createServer((request, response) => {
      heard.push(String(request.url));
      response.writeHead(200, { 'access-control-allow-origin': '*' }).end('from elsewhere');
    }).listen(0, '127.0.0.1');
    await new Promise(done => elsewhere.once('listening', done));
    address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
    const args = ['--data', folder, '--keychain', 'memory', '--partner', 'http://127.0.0.1:9'];
    till = await openHostedTill(host ?? 'double', { args });
  });
  afterAll(async () => {
    await till?.stop();
    elsewhere?.close();
    if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  const inPage = <T>(run: (from: string) => T | Promise<T>) => till.page.evaluate(run, address);

  onHost('1. Only load secure content: nothing comes from anywhere but the till itself', async () => {
    const loaded = await inPage(async from => {
      const picture = new Promise(done => {
        const image = new Image();
        image.onload = () => done('picture');
        image.onerror = () => done('refused');
        image.src = `${from}/picture`;
      });
      const script = new Promise(done => {
        const element = Object.assign(document.createElement('script'), { src: `${from}/script` });
        element.onload = () => done('script');
        element.onerror = () => done('refused');
        document.head.append(element);
      });
      const fetched = fetch(`${from}/fetch`).then(
        () => 'fetched',
        () => 'refused',
      );
      return Promise.all([picture, script, fetched]);
    });
    expect(loaded).toEqual(['refused', 'refused', 'refused']);
    expect(heard).toEqual([]);
    const named = [...screens.matchAll(/\b(?:https?|wss?|ftp):\/\/[^\s"'`)\\]+/g)].map(([url]) => url);
    // Names of XML, where React explains its errors, a person's page at Telegram, a licence: read, loaded by nobody.
    expect(
      named.filter(
        url =>
          !/^http:\/\/www\.w3\.org\/|^https:\/\/react\.(dev|i18next\.com)\/|^https:\/\/t\.me\/\$|^https:\/\/tailwindcss\.com$/.test(
            url,
          ),
      ),
    ).toEqual([]);
    const loads = [...code.matchAll(/\.loadURL\(([^)]*)\)/g)].map(([, what]) => what);
    // A receipt for a printer without ESC/POS is of a scheme of its own, in a window that runs no script.
    expect(new Set(loads)).toEqual(new Set(['pageFor(`till`', 'pageFor(page', 'address']));
    expect(code).toContain('pageFor=next=>waitsForPerson?CRASHED_PAGE:next===`till`?TILL_PAGE:STOPPED_PAGE;');
    expect(preferences.filter(given => !given.startsWith('preload,'))).toEqual([
      expect.stringContaining('javascript:!1'),
    ]);
  });

  onHost('2. Disable the Node.js integration: the page and its frames have no Node', async () => {
    allWindows('nodeIntegration:!1');
    noWindow('nodeIntegrationIn');
    const found = await inPage(() =>
      ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter(name => name in window),
    );
    expect(found).toEqual([]);
  });

  onHost('3. Enable context isolation: what the page changes, the bridge does not see', async () => {
    allWindows('contextIsolation:!0');
    const answer = await inPage(async () => {
      const { keytill } = window as unknown as { keytill: { call(m: string, i: object): Promise<object> } };
      const parsed: string[] = [];
      const { parse } = JSON;
      JSON.parse = text => {
        parsed.push(text);
        return parse(text);
      };
      try {
        (window as unknown as Record<string, unknown>).keytill = 'mine';
      } catch {
        // Refusing aloud is refusing.
      }
      return {
        kept: (window as unknown as { keytill: unknown }).keytill === keytill,
        works: 'ok' in (await keytill.call('terminal.status', {})),
        seen: parsed.length,
      };
    });
    expect(answer).toEqual({ kept: true, works: true, seen: 0 });
  });

  test('4. Enable process sandboxing: every window has it', () => {
    allWindows('sandbox:!0');
    // Named where it is refused, and nowhere else.
    const named = [...code.matchAll(/.{10}--no-sandbox/g)].map(String);
    expect(named.sort()).toEqual(['includes(`--no-sandbox', 'rted with --no-sandbox']);
  });

  onHost('5. Handle session permission requests: each is refused, asked for or looked up', async () => {
    const asked = await inPage(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'];
      const states = names.map(name => navigator.permissions.query({ name: name as PermissionName }));
      const no = () => 'refused';
      return [
        ...(await Promise.all(states)).map(({ state }) => state),
        await Notification.requestPermission(),
        await new Promise(done => navigator.geolocation.getCurrentPosition(done, () => done('refused'))),
        await navigator.mediaDevices.getUserMedia({ audio: true, video: true }).catch(no),
        await navigator.mediaDevices.getDisplayMedia({ video: true }).catch(no),
      ];
    });
    expect(asked).toEqual([...Array(7).fill('denied'), ...Array(3).fill('refused')]);
    for (const handler of [
      'setPermissionRequestHandler',
      'setPermissionCheckHandler',
      'setDevicePermissionHandler',
    ])
      expect([handler, code.includes(`session.${handler}(`)]).toEqual([handler, true]);
  });

  test('6. Do not disable webSecurity: every window says so', () => allWindows('webSecurity:!0'));

  onHost(
    '7. Define a Content-Security-Policy: on every answer, errors too, and nothing unsafe in it',
    async () => {
      const policies = await inPage(async () => {
        const asked = ['/', '/nothing', '/assets/../../secret', '/index.html', '/stopped'].map(path =>
          fetch(path),
        );
        const answers = await Promise.all([...asked, fetch('/', { method: 'POST' })]);
        return answers.map(({ status, headers }) => [status, headers.get('content-security-policy')]);
      });
      expect(policies.map(([status]) => status)).toEqual([200, 404, 404, 200, 200, 404]);
      for (const [, policy] of policies) {
        expect(policy).toMatch(
          /^default-src 'none'; (script-src 'self'; style-src 'self'|style-src 'sha256-[\w+/]+=');/,
        );
        expect(policy).not.toMatch(/unsafe| \*|https?:|blob:|filesystem:/);
      }
      const done = await inPage(async () => {
        document.body.insertAdjacentHTML('beforeend', '<p id="styled" style="color: rgb(1, 2, 3)">x</p>');
        const styled = document.getElementById('styled') as HTMLElement;
        const isStyled = getComputedStyle(styled).color === 'rgb(1, 2, 3)';
        styled.remove();
        const write = (name: string) => `document.documentElement.dataset.${name} = "ran"`;
        document.body.append(
          Object.assign(document.createElement('script'), { textContent: write('script') }),
        );
        setTimeout(write('timer'), 0);
        const button = document.createElement('button');
        button.setAttribute('onclick', write('handler'));
        button.click();
        await new Promise(after => setTimeout(after, 50));
        return [isStyled, Object.keys(document.documentElement.dataset)];
      });
      expect(done).toEqual([false, []]);
    },
  );

  test('8. Do not enable allowRunningInsecureContent', () => noWindow('allowRunningInsecureContent'));

  test('9. Do not enable experimental features', () => {
    noWindow('experimentalFeatures');
    noWindow('enable-experimental');
  });

  test('10. Do not use enableBlinkFeatures', () => noWindow('enableBlinkFeatures'));

  onHost('11. <webview>: do not use allowpopups: there is no webview at all', async () => {
    noWindow('allowpopups');
    noWindow('webviewTag');
    expect(screens.includes('<webview')).toBe(false);
    const isNothing = await inPage(
      () => Object.getPrototypeOf(document.createElement('webview')) === HTMLElement.prototype,
    );
    expect(isNothing).toBe(true);
  });

  onHost('12. <webview>: verify options and params: none is ever attached', async () => {
    expect(await attachedWebview()).toEqual({ prevented: true });
  });

  onHost('13. Disable or limit navigation: the page stays, wherever it is sent', async () => {
    const before = till.page.url();
    await inPage(from => {
      for (const target of [
        `${from}/away`,
        'https://elsewhere.invalid/',
        'data:text/html,<h1>away</h1>',
        'about:blank',
        URL.createObjectURL(new Blob(['<h1>away</h1>'], { type: 'text/html' })),
      ])
        location.href = target;
      const form = Object.assign(document.createElement('form'), { action: `${from}/form`, method: 'post' });
      document.body.append(form);
      form.submit();
      form.remove();
      document.head.insertAdjacentHTML(
        'beforeend',
        `<meta http-equiv="refresh" content="0; url=${from}/refresh">`,
      );
      const frame = Object.assign(document.createElement('iframe'), { src: `${from}/frame` });
      document.body.append(frame);
      setTimeout(() => frame.remove(), 200);
    });
    await till.page.waitForTimeout(400);
    expect(till.page.url()).toBe(before);
    expect(heard).toEqual([]);
    // A busy machine takes the frame out later.
    await expect.poll(() => till.page.frames().length).toBe(1);
  });

  onHost('14. Disable or limit creation of new windows: there is never a second one', async () => {
    await inPage(from => {
      for (const target of [from, location.href, 'about:blank', '']) window.open(target, '_blank', 'popup');
      const link = Object.assign(document.createElement('a'), { href: location.href, target: '_blank' });
      document.body.append(link);
      link.click();
      link.remove();
    });
    await till.page.waitForTimeout(300);
    expect(till.page.context().pages()).toHaveLength(1);
    expect(heard).toEqual([]);
  });

  test('15. Do not use shell.openExternal with untrusted content: nothing is ever opened outside', () => {
    for (const [file, text] of sources('electron'))
      expect([file, /\bshell\b.*from 'electron'|\.openExternal\(|\.openPath\(/.test(String(text))]).toEqual([
        file,
        false,
      ]);
  });

  test('16. Use a current version of Electron: the newest major when this was written, and no older one', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'));
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    expect(packages['node_modules/electron'].version).toBe(version);
    expect(Number(version.split('.')[0])).toBeGreaterThanOrEqual(45);
  });

  onHost(
    '17. Validate the sender of all IPC messages: another window with the same bridge is refused',
    async () => {
      expect(await bridged()).toMatchObject({
        own: 'answered',
        other: expect.stringContaining('Refused: not the window of the till.'),
        strange: expect.stringContaining('Refused: a page that is not of the till.'),
        refusals: ['not the window of the till', 'a page that is not of the till'],
      });
      const listening = sources('electron').filter(([, text]) => String(text).includes('ipcMain'));
      for (const [file, text] of listening)
        expect([file, String(text).includes('refuseSender(')]).toEqual([file, true]);
    },
  );

  onHost('18. Avoid usage of the file:// protocol: the page is app://, and reads no file', async () => {
    expect(code.match(/\.loadFile\(|loadURL\([`"']file:/g)).toBeNull();
    const read = await inPage(() =>
      fetch('file:///etc/hostname').then(
        () => 'read',
        () => 'refused',
      ),
    );
    expect(read).toBe('refused');
    expect(till.page.url()).toMatch(host === 'electron' ? /^app:/ : /^https:/);
  });

  test('19. Check which fuses you can change: each has been', () => {
    const known = Object.keys(FuseV1Options).filter(name => !/^\d+$/.test(name));
    expect(Object.keys(FUSES).sort()).toEqual(known.sort());
  });

  onHost(
    '20. Do not expose Electron APIs to untrusted web content: two functions and plain values',
    async () => {
      const names = await inPage(() => Object.keys((window as unknown as { keytill: object }).keytill));
      expect(names).toEqual(['call', 'on']);
      expect(await bridged()).toMatchObject({
        heard: [[{ name: 'session.changed', payload: { staff: null } }]],
      });
    },
  );
});
