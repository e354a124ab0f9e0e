import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { built } from './output.ts';

const MOST_KB = 150;

test('the first screen needs little to be read before it is painted', () => {
  const files = built('renderer');
  const page = files.get('index.html') ?? '';
  const scripts = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(match =>
    String(match[1]),
  );
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts.reduce((sum, name) => sum + gzipSync(files.get(name) ?? '').length, 0);
  expect(bytes / 1024).toBeLessThan(MOST_KB);
});

test('what is behind the lock is not part of the first screen', () => {
  const page = built('renderer').get('index.html') ?? '';
  for (const later of ['till-screen', 'orders-screen', 'manager-screen', 'setup-screen']) {
    expect(page.includes(later), later).toBe(false);
  }
});
