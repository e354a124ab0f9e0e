import { describe, expect, test } from 'vitest';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { createPrinterOpener } from '../../../electron/receipts/printers/open-printer.ts';

describe('the printer of a setting', () => {
  test.each([
    'tcp://192.168.1.50:9100',
    'tcp://printer.local:9100',
    'tcp://[fe80::1%eth0]:9100',
    'file:/dev/usb/lp0',
    'cups:Till_1@host',
  ])('%s calls itself by it', setting => {
    expect(createPrinterOpener(systemClock, undefined)(setting)?.target).toBe(setting);
  });

  test('none, and what is no setting at all, is no printer', () => {
    const open = createPrinterOpener(systemClock, undefined);
    for (const setting of ['none', '', 'tcp://nowhere', 'usb:1']) expect(open(setting)).toBeNull();
  });

  test('stays the same printer while the setting does', () => {
    const open = createPrinterOpener(systemClock, undefined);
    const first = open('tcp://127.0.0.1:9100');
    expect(open('tcp://127.0.0.1:9100')).toBe(first);
    expect(open('tcp://127.0.0.1:9101')).not.toBe(first);
  });
});
