import { expect, test } from 'vitest';
import { printOptions } from '../../../electron/hosts/desktop/print-options.ts';

const page = { html: '', contentSecurityPolicy: '' };

test('a roll is printed to its edge, as long as it is, on the chosen printer and without a dialog', () => {
  expect(printOptions('Counter', { ...page, widthMm: 58, heightMm: 123 })).toEqual({
    silent: true,
    deviceName: 'Counter',
    copies: 1,
    printBackground: true,
    margins: { marginType: 'none' },
    pageSize: { width: 58_000, height: 123_000 },
  });
});

test('a sheet is a sheet of A4 with the margins of its page', () => {
  expect(printOptions('Office', { ...page, widthMm: 210, heightMm: 297 })).toMatchObject({
    margins: { marginType: 'default' },
    pageSize: 'A4',
  });
});
