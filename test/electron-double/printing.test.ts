import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { PAGES, runOnDouble } from '../support/electron-program.ts';

const printers = mkdtempSync(join(tmpdir(), 'keytill-printers-'));
afterAll(() => rmSync(printers, { recursive: true, force: true }));

test('a page is printed on the printer that is named, and a printer that fails says so', async () => {
  for (const name of ['Counter', 'Jammed']) mkdirSync(join(printers, name));
  writeFileSync(join(printers, 'Jammed', 'fails'), '');
  const { reported } = await runOnDouble(
    `${PAGES}
    app.whenReady().then(async () => {
      const { webContents } = await show();
      report('printers', (await webContents.getPrintersAsync()).map(({ name }) => name));
      const print = deviceName => new Promise(done =>
        webContents.print({ silent: true, deviceName }, (success, reason) => done([success, reason])));
      report('counter', await print('Counter'));
      report('jammed', await print('Jammed'));
      report('unknown', await print('Elsewhere'));
      const wrong = options => refused(() => webContents.print({ silent: true, ...options }));
      report('narrow', wrong({ pageSize: { width: 58, height: 120 } }));
      report('edge', wrong({ margins: { marginType: 'wide' } }));
      report('setting', wrong({ printer: 'Counter' }));
      report('kept', refused(() => session.fromPartition('persist:print')));
      app.exit(0);
    });`,
    {},
    [`--double-printers=${printers}`],
  );
  expect(reported).toEqual({
    printers: ['Counter', 'Jammed'],
    counter: [true, ''],
    jammed: [false, 'Print job failed'],
    unknown: [false, 'Invalid printer settings'],
    narrow: 'height and width properties must be minimum 353 microns.',
    edge: 'webContents.print(): Invalid marginType: wide',
    setting: expect.stringMatching(/^Electron [\d.]+ has no WebContentsPrintOptions.printer$/),
    kept: 'the double of Electron does not do partitions that are kept',
  });
  const [paper = ''] = readdirSync(join(printers, 'Counter'));
  expect(
    readFileSync(join(printers, 'Counter', paper))
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});
