import type { WebContentsPrintOptions } from 'electron';
import type { PrintPage } from '../../ports.ts';

/** Electron's size of paper is in thousandths of a millimetre. */
const PER_MM = 1000;

/** On this printer, without a dialog, once, and on the paper that the page was made for. */
export function printOptions(deviceName: string, { widthMm, heightMm }: PrintPage): WebContentsPrintOptions {
  const isSheet = widthMm === 210;
  return {
    silent: true,
    deviceName,
    copies: 1,
    printBackground: true,
    // A page for a sheet brings its margins along.
    margins: { marginType: isSheet ? 'default' : 'none' },
    pageSize: isSheet ? 'A4' : { width: widthMm * PER_MM, height: heightMm * PER_MM },
  };
}
