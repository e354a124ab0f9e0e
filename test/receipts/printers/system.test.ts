import { expect, test } from 'vitest';
import type { PrintPage, SystemPrinters } from '../../../electron/ports.ts';
import { listPrinters } from '../../../electron/receipts/printers/list-printers.ts';
import { systemPrinter } from '../../../electron/receipts/printers/system.ts';
import type { PrintFailure } from '../../../shared/print-failure.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const PAGE: PrintPage = {
  html: '<p>',
  contentSecurityPolicy: "default-src 'none'",
  widthMm: 80,
  heightMm: 90,
};
const NAME = 'HP LaserJet';

const system = (more: Partial<SystemPrinters> = {}): SystemPrinters => ({
  list: async () => [{ name: NAME, shown: 'The laser printer' }],
  print: async () => ({ ok: true }),
  ...more,
});

test('what the driver took is printed, on the printer that was chosen', async () => {
  const asked: string[] = [];
  const print: SystemPrinters['print'] = async (name, page) => {
    asked.push(name, page.html);
    return { ok: true };
  };
  expect(await systemPrinter(new FakeClock(), NAME, system({ print })).print(PAGE)).toEqual({ ok: true });
  expect(asked).toEqual([NAME, '<p>']);
});

test('what the driver says of a failure is kept, and the paper may be in someone’s hands', async () => {
  const print = async () => ({ ok: false, says: 'Print job failed' }) as const;
  expect(await systemPrinter(new FakeClock(), NAME, system({ print })).print(PAGE)).toEqual({
    ok: false,
    failure: 'refused',
    started: true,
    detail: 'Print job failed',
  });
});

test('a driver that says nothing for a minute is not waited for, and the paper may still come', async () => {
  const clock = new FakeClock();
  let given: AbortSignal | undefined;
  const print: SystemPrinters['print'] = (_name, _page, signal) => {
    given = signal;
    return new Promise(() => {});
  };
  const result = systemPrinter(clock, NAME, system({ print })).print(PAGE);
  await clock.pass(60_000);
  expect(await result).toMatchObject({ failure: 'stalled', started: true });
  expect(given?.aborted).toBe(true);
});

test.each<[string, SystemPrinters | undefined, RegExp, PrintFailure]>([
  [
    'a printer that is not there',
    system({ list: async () => [] }),
    /no printer "HP LaserJet"/,
    'no_such_printer',
  ],
  [
    'a print system that cannot be asked',
    system({ list: () => Promise.reject(new Error('gone')) }),
    /gone/,
    'unreachable',
  ],
  [
    'a page that never got as far as the driver',
    system({ print: () => Promise.reject(new Error('no page')) }),
    /no page/,
    'unreachable',
  ],
  ['a host without drivers', undefined, /only the desktop till/, 'no_drivers'],
])('%s printed nothing, and is tried again', async (_what, printers, says, failure) => {
  const result = await systemPrinter(new FakeClock(), NAME, printers).print(PAGE);
  expect(result).toMatchObject({ ok: false, failure, started: false });
  expect(result).toHaveProperty('detail', expect.stringMatching(says));
});

test('a print system that does not answer is tried again', async () => {
  const clock = new FakeClock();
  const result = systemPrinter(clock, NAME, system({ list: () => new Promise(() => {}) })).print(PAGE);
  await clock.pass(10_000);
  expect(await result).toMatchObject({ failure: 'no_answer', started: false });
});

test('printers are listed by what they are given, and a host without drivers says that it has none', async () => {
  expect(await listPrinters(system())).toMatchObject({
    hasDrivers: true,
    printers: expect.arrayContaining([
      { target: `system:${NAME}`, name: 'The laser printer', through: 'driver' },
    ]),
  });
  expect(await listPrinters(undefined)).toMatchObject({ hasDrivers: false });
});
