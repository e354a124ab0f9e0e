import { expect, test } from 'vitest';
import { printerAddress } from '../../../renderer/manager/settings/printer-address.ts';

test.each([
  ['192.168.1.50', 'tcp://192.168.1.50:9100'],
  ['192.168.1.50:9101', 'tcp://192.168.1.50:9101'],
  [' printer.local ', 'tcp://printer.local:9100'],
  ['tcp://printer.local', 'tcp://printer.local:9100'],
  ['tcp://10.0.0.5:9100/', 'tcp://10.0.0.5:9100'],
  ['[fe80::1]:9100', 'tcp://[fe80::1]:9100'],
  ['/dev/usb/lp0', 'file:/dev/usb/lp0'],
  ['', 'none'],
  ['none', 'none'],
  ['file:/dev/usb/lp0', 'file:/dev/usb/lp0'],
  ['cups:Receipts', 'cups:Receipts'],
  ['tcp://10.0.0.5:9100', 'tcp://10.0.0.5:9100'],
  ['my printer', 'my printer'],
  ['http://10.0.0.5', 'http://10.0.0.5'],
])('“%s” is the printer %s', (typed, written) => {
  expect(printerAddress(typed)).toBe(written);
});
