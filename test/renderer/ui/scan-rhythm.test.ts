import { expect, test } from 'vitest';
import { listenForScan, type ScanStep } from '../../../renderer/ui/scan-rhythm.ts';

/** What the last of these keys means, each so many milliseconds after the one before. */
function typed(keys: readonly string[], gapMs: number, enterGapMs = gapMs): ScanStep | undefined {
  const listen = listenForScan({ longestGapMs: 40, shortest: 4 });
  let at = 1000;
  let last: ScanStep | undefined;
  for (const key of keys) {
    at += key === 'Enter' ? enterGapMs : gapMs;
    last = listen(key, at);
  }
  return last;
}

const keysOf = (code: string): string[] => [...code, 'Enter'];

test('several characters a few milliseconds apart, ended by Enter, are a scan', () => {
  expect(typed(keysOf('4006381333931'), 3)).toEqual({ scanned: '4006381333931' });
  expect(typed(keysOf('KT12042'), 40)).toEqual({ scanned: 'KT12042' });
});

test('what a person types is none, however few or many characters it has', () => {
  expect(typed(keysOf('6000'), 60)).toBe('other');
  expect(typed(keysOf('4006381333931'), 41)).toBe('other');
  expect(typed(['Enter'], 3)).toBe('other');
  expect(typed(keysOf('500'), 3)).toBe('other');
});

test('Enter pressed by a person after a scanner that sends none is no scan', () => {
  expect(typed(keysOf('4006381333931'), 3, 200)).toBe('other');
});

test('only the characters in the rhythm are the code, and another key breaks it', () => {
  const listen = listenForScan({ longestGapMs: 40, shortest: 4 });
  expect(listen('6', 0)).toBe('begun');
  expect(listen('4', 900)).toBe('begun');
  expect([listen('0', 905), listen('0', 910), listen('6', 915)]).toEqual(['goes_on', 'goes_on', 'goes_on']);
  expect(listen('Enter', 920)).toEqual({ scanned: '4006' });
  expect(listen('Enter', 925)).toBe('other');
  expect([listen('1', 930), listen('2', 935), listen('Backspace', 940)]).toEqual([
    'begun',
    'goes_on',
    'other',
  ]);
  expect([listen('3', 945), listen('4', 950), listen('Enter', 955)]).toEqual(['begun', 'goes_on', 'other']);
});
