import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  findChromium,
  hasScreen,
  openAppWindow,
  windowArguments,
} from '../../../electron/hosts/loopback/app-window.ts';

describe('which browser shows the window', () => {
  const installed =
    (...paths: string[]) =>
    (path: string) =>
      paths.includes(path);
  const onPath = join('/opt', 'bin', 'google-chrome');

  test('the one that was named, when it is there', () => {
    const environment = { KEYTILL_CHROMIUM: '/mine/chromium', PATH: '/opt/bin' };
    expect(findChromium(environment, installed('/mine/chromium', onPath))).toBe('/mine/chromium');
    expect(findChromium(environment, installed(onPath))).toBe(onPath);
  });

  test('else Chromium before Chrome, wherever the path finds them', () => {
    const PATH = ['/opt/bin', '/usr/bin'].join(delimiter);
    const chromium = join('/usr', 'bin', 'chromium');
    expect(findChromium({ PATH }, installed(onPath, chromium))).toBe(chromium);
  });

  test('none where none is installed', () => {
    expect(findChromium({ PATH: '/usr/bin' }, installed())).toBeUndefined();
  });
});

test('Linux without a display has no screen; other systems always have one', () => {
  expect(hasScreen('linux', {})).toBe(false);
  expect(hasScreen('linux', { DISPLAY: ':0' })).toBe(true);
  expect(hasScreen('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  expect(hasScreen('win32', {})).toBe(true);
});

test('only root, whom Chromium would refuse, goes without its sandbox', () => {
  const url = 'http://127.0.0.1:4720/?launch=x';
  expect(windowArguments(url, '/data/browser', false)).toEqual(
    expect.arrayContaining([`--app=${url}`, '--user-data-dir=/data/browser']),
  );
  expect(windowArguments(url, '/data/browser', false)).not.toContain('--no-sandbox');
  expect(windowArguments(url, '/data/browser', true)).toContain('--no-sandbox');
});

describe('a window that ends', () => {
  const ended = (command: string, args: string[], close: boolean) =>
    new Promise<string | undefined>(resolve => {
      const window = openAppWindow(command, args, problem => resolve(problem ?? 'closed'));
      if (close) {
        window.close();
        setTimeout(() => resolve('nothing said'), 200);
      }
    });

  test('by the hand of a person is reported', async () => {
    expect(await ended(process.execPath, ['-e', ''], false)).toBe('closed');
  });

  test('before it began is reported with why', async () => {
    expect(await ended('/no/such/browser', [], false)).toMatch(/ENOENT/);
  });

  test('because the till stops is not', async () => {
    expect(await ended(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], true)).toBe('nothing said');
  });
});
