import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { drawReceipt } from '../../electron/receipts/draw.ts';
import { toPage } from '../../electron/receipts/on-paper.ts';
import { buildReceipt } from '../../electron/receipts/receipt.ts';
import { line, order, SHOP, sale } from '../receipts/sample.ts';
import { PAGES, runOnDouble } from '../support/electron-program.ts';

const PRINT_WINDOW = pathToFileURL(
  join(import.meta.dirname, '../../electron/hosts/desktop/print-window.ts'),
).href;
const ID = '0190f3a4-5b6c-7d8e-9f01-23456789ab01';

const printers = mkdtempSync(join(tmpdir(), 'keytill-printers-'));
afterAll(() => rmSync(printers, { recursive: true, force: true }));
for (const name of ['Counter', 'Office', 'Jammed']) mkdirSync(join(printers, name));
writeFileSync(join(printers, 'Jammed', 'fails'), '');

const receipt = buildReceipt({
  sale: sale([line()]),
  orders: [order(ID, 1)],
  settings: SHOP,
  keys: new Map([[ID, 'ABCDE-FGHIJ-KLMNO']]),
});
const page = (width: 58 | 80 | 210) => toPage(paper => drawReceipt(paper, receipt), width);

/** A page that tries what a receipt never does, under a policy that would let it. */
const restless = {
  ...page(80),
  html: '<title>still</title><script>document.title = "ran"</script><p>paper</p><img src="https://elsewhere.invalid/">',
  contentSecurityPolicy: '*',
};

test('receipts come out on the chosen printer, from a window that runs nothing and is gone afterwards', async () => {
  const { reported, errors } = await runOnDouble(
    `${PAGES}
    const { desktopPrinters } = await import(${JSON.stringify(PRINT_WINDOW)});
    const { lockDown } = await import(${JSON.stringify(PRINT_WINDOW.replace('print-window', 'lockdown'))});
    import { readFileSync } from 'node:fs';
    const pages = JSON.parse(readFileSync(join(import.meta.dirname, 'pages.json'), 'utf8'));
    app.whenReady().then(async () => {
      const till = await show();
      lockDown(app);
      const printers = desktopPrinters(till);
      const { signal } = new AbortController();
      report('printers', await printers.list());
      report('roll', await printers.print('Counter', pages.roll, signal));
      report('sheet', await printers.print('Office', pages.sheet, signal));
      report('jammed', await printers.print('Jammed', pages.roll, signal));
      report('windows', BrowserWindow.getAllWindows().length);
      const title = new Promise(seen => app.once('browser-window-created', (_event, window) =>
        window.webContents.once('did-finish-load', () =>
          seen(window.webContents.executeJavaScript('document.title').catch(String)))));
      report('restless', await printers.print('Counter', pages.restless, signal));
      report('title', await title);
      const asked = new AbortController();
      app.once('browser-window-created', (_event, window) =>
        window.webContents.once('did-finish-load', () => asked.abort()));
      report('given up', await printers.print('Counter', pages.roll, asked.signal).catch(() => 'gone'));
      report('left', BrowserWindow.getAllWindows().length);
      app.exit(0);
    });`,
    { 'pages.json': JSON.stringify({ roll: page(80), sheet: page(210), restless }) },
    [`--double-printers=${printers}`],
  );
  expect(errors).not.toContain('Error');
  expect(reported).toMatchObject({
    printers: ['Counter', 'Jammed', 'Office'].map(name => ({ name, shown: name })),
    roll: { ok: true },
    sheet: { ok: true },
    jammed: { ok: false, says: 'Print job failed' },
    windows: 1,
    restless: { ok: true },
    title: 'still',
    'given up': 'gone',
    left: 1,
  });
  expect(paperOf('Counter')[0]).toEqual({ pages: 1, widthMm: 80, heightMm: page(80).heightMm });
  expect(paperOf('Office')).toEqual([{ pages: 1, widthMm: 210, heightMm: 297 }]);
  expect(paperOf('Counter')).toHaveLength(2);
  expect(paperOf('Jammed')).toEqual([]);
});

/** Each PDF that came out of a printer, by how many pages it has and how large they are. */
function paperOf(printer: string) {
  const files = readdirSync(join(printers, printer)).filter(name => name.endsWith('.pdf'));
  return files.sort().map(file => {
    const text = readFileSync(join(printers, printer, file), 'latin1');
    const [, width = 0, height = 0] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? [];
    const inMm = (points: string | number) => Math.round((Number(points) / 72) * 25.4);
    return { pages: text.match(/\/Type \/Page\n/g)?.length, widthMm: inMm(width), heightMm: inMm(height) };
  });
}
