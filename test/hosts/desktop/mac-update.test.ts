import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { runPackagedOnDouble } from '../../support/electron-program.ts';
import { serveReleases } from '../../support/release-server.ts';

const root = resolve(import.meta.dirname, '../../..');
const of = (file: string) => JSON.stringify(join(root, 'electron', file));

/** electron-updater for macOS as it is, on a double of what Electron has there, beside a kiosk's window. */
const program = (server: { url: string; publicKey: string }) => `
  import { rmSync, writeFileSync } from 'node:fs';
  import { createUpdateSource } from ${of('hosts/desktop/updates/update-source.ts')};
  import { guardClosing } from ${of('hosts/desktop/closing.ts')};
  import { systemClock as clock } from ${of('adapters/system-clock.ts')};
  app.on('window-all-closed', () => app.quit());
  app.whenReady().then(async () => {
    process.env.HOME = import.meta.dirname;
    Object.defineProperty(process, 'platform', { value: 'darwin' });
    const window = new BrowserWindow({ show: false });
    const till = { call: async () => ({ ok: false }), hasSaleOnScreen: () => false };
    guardClosing(till, window, 'kiosk', clock);
    const log = { info() {}, warn() {}, error() {} };
    const seen = [];
    const updates = createUpdateSource({
      server: ${JSON.stringify(server)}, clock, log, failed() {},
      stop: async () => void seen.push('stopped'),
      keepOptions() {}, restart() {},
    });
    window.on('closed', () => seen.push('closed'));
    app.on('will-quit', () => report('at last', seen));
    await updates.find();
    await updates.fetch();
    const fetched = join(import.meta.dirname, 'Library/Caches/keytill-updater/pending/KeyTill.zip');
    writeFileSync(fetched, 'no zip: it decayed.');
    report('broken', await rejected(() => updates.install(() => true)));
    rmSync(fetched);
    await updates.fetch();
    report('in use', await rejected(() => updates.install(() => false)));
    window.close();
    await new Promise(done => setTimeout(done, 200));
    report('until then', [...seen]);
    await updates.install(() => true);
  });`;

test('on macOS the till stops when the system has taken the update, and a kiosk then closes; until then it sells on', async () => {
  const server = await serveReleases(
    '0.2.0',
    'PK: the new program',
    { ...process, platform: 'darwin' },
    'KeyTill.zip',
  );
  const { reported, errors, code } = await runPackagedOnDouble(program(server), '0.1.0').finally(server.stop);
  expect(reported, errors).toEqual({
    broken: expect.stringMatching(/^macOS did not take the update: /),
    'in use': expect.stringMatching(/^Somebody has begun to sell/),
    'until then': [],
    'at last': ['stopped', 'closed'],
  });
  expect(code).toBe(0);
});
