import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CdpSession } from './cdp.ts';
import { refuseUnknownSettings } from './guard.ts';
import { world } from './world.ts';

export interface PrintOptions {
  silent?: boolean;
  deviceName?: string;
}

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

/**
 * Puts the page as a PDF where the printer is; a printer with a file "fails" takes nothing. Resolves with Electron's word for
 * what went wrong, undefined when nothing did.
 */
export async function print(page: CdpSession, options: PrintOptions): Promise<string | undefined> {
  refuseUnknownSettings('WebContentsPrintOptions', options);
  if (!options.silent) throw new Error('the double of Electron does not do the print dialog');
  const printer = printers().find(
    ({ name }) => options.deviceName === undefined || name === options.deviceName,
  );
  if (!printer) return 'Invalid printer settings';
  const folder = join(printersFolder() ?? '', printer.name);
  if (existsSync(join(folder, 'fails'))) return 'Print job failed';
  const { data } = await page.send('Page.printToPDF', { printBackground: true });
  writeFileSync(join(folder, `${Date.now()}.pdf`), Buffer.from(data, 'base64'));
  return undefined;
}
