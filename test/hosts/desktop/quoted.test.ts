import { expect, test } from 'vitest';
import { quoted } from '../../../electron/hosts/desktop/quoted.ts';

test.each([
  ['--profile', '--profile'],
  ['D:\\Till data', '"D:\\Till data"'],
  ['D:\\Till data\\', '"D:\\Till data\\\\"'],
  ['system:EPSON "TM"', '"system:EPSON \\"TM\\""'],
  ['', '""'],
])('%s stays one word of a Windows command line', (word, written) => {
  expect(quoted(word)).toBe(written);
});
