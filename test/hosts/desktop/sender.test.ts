import { expect, test } from 'vitest';
import { refuseSender } from '../../../electron/hosts/desktop/sender.ts';

const page = { contentsId: 7, frame: { url: 'app://keytill/', isMainFrame: true } };

test('the page of the window is answered', () => {
  expect(refuseSender(page, 7)).toBeUndefined();
});

test.each([
  ['another window', page, 8],
  ['a window that is closed', page, undefined],
  ['a frame that is gone', { ...page, frame: null }, 7],
  ['a frame inside the page', { ...page, frame: { ...page.frame, isMainFrame: false } }, 7],
  ['another address in the window', { ...page, frame: { ...page.frame, url: 'https://evil.test/' } }, 7],
  ['an empty page in the window', { ...page, frame: { ...page.frame, url: 'about:blank' } }, 7],
])('%s is refused', (_who, sender, windowContentsId) => {
  expect(refuseSender(sender, windowContentsId)).toMatch(/\w/);
});
