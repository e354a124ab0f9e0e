import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CdpSession } from './cdp.ts';
import { refuseUnknownSettings } from './guard.ts';
import { world } from './world.ts';

export interface PrintOptions {
  silent?: boolean;
  deviceName?: string;
  margins?: { marginType?: string };
  /** A sheet by its name, or micrometres. */
  pageSize?: string | { width: number; height: number };
}

const MICROMETRES_PER_INCH = 25_400;
const LEAST_MICROMETRES = 353;
const MARGIN_TYPES = ['default', 'none', 'printableArea', 'custom'];
const SHEETS: Readonly<Record<string, { width: number; height: number }>> = {
  A4: { width: 210_000, height: 297_000 },
};

/** The double's printers are the folders below this one: `--double-printers=DIR`. */
function printersFolder(): string | undefined {
  const given = world.switches.find(name => name.startsWith('--double-printers='));
  return given?.slice(given.indexOf('=') + 1);
}

export function printers(): { name: string; displayName: string; description: string; options: object }[] {
  const folder = printersFolder();
  const names = folder && existsSync(folder) ? readdirSync(folder) : [];
  return names.map(name => ({ name, displayName: name, description: '', options: {} }));
}

/** Throws, while the program asks, what Electron throws then. */
export function refusePrint(options: PrintOptions): void {
  if (typeof options !== 'object' || options === null)
    throw new TypeError('webContents.print(): Invalid print settings specified.');
  refuseUnknownSettings('WebContentsPrintOptions', options);
  const { margins = {}, pageSize = 'A4' } = options;
  refuseUnknownSettings('Margins', margins);
  if (!MARGIN_TYPES.includes(margins.marginType ?? 'default'))
    throw new TypeError(`webContents.print(): Invalid marginType: ${margins.marginType}`);
  if (typeof pageSize === 'string') {
    if (!SHEETS[pageSize]) throw new Error(`the double of Electron does not do pageSize ${pageSize}`);
  } else if (!(pageSize.width >= LEAST_MICROMETRES && pageSize.height >= LEAST_MICROMETRES))
    throw new RangeError(`height and width properties must be minimum ${LEAST_MICROMETRES} microns.`);
}

function sizeOf({ pageSize = 'A4' }: PrintOptions): { width: number; height: number } {
  const size = typeof pageSize === 'string' ? SHEETS[pageSize] : pageSize;
  if (!size) throw new Error(`there is no sheet ${String(pageSize)}`);
  return size;
}

/**
 * Puts the page as a PDF where the printer is; a printer with a file "fails" takes nothing. Resolves with Electron's word for
 * what went wrong, undefined when nothing did.
 */
export async function print(page: CdpSession, options: PrintOptions): Promise<string | undefined> {
  const { width, height } = sizeOf(options);
  if (!options.silent) throw new Error('the double of Electron does not do the print dialog');
  const printer = printers().find(
    ({ name }) => options.deviceName === undefined || name === options.deviceName,
  );
  if (!printer) return 'Invalid printer settings';
  const folder = join(printersFolder() ?? '', printer.name);
  if (existsSync(join(folder, 'fails'))) return 'Print job failed';
  const isBare = options.margins?.marginType === 'none';
  const { data } = await page.send('Page.printToPDF', {
    printBackground: true,
    paperWidth: width / MICROMETRES_PER_INCH,
    paperHeight: height / MICROMETRES_PER_INCH,
    ...(isBare
      ? { marginTop: 0, marginBottom: 0, marginLeft: 0, marginRight: 0 }
      : { preferCSSPageSize: true }),
  });
  writeFileSync(join(folder, `${Date.now()}.pdf`), Buffer.from(data, 'base64'));
  return undefined;
}
