import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { built } from './output.ts';

const MOST_KB = 150;

const files = built('renderer');
const page = files.get('index.html') ?? '';

test('the first screen needs little to be read before it is painted', () => {
  const scripts = neededBy(entries());
  expect(scripts.size).toBeGreaterThan(0);
  const bytes = [...scripts].reduce((sum, name) => sum + gzipSync(files.get(name) ?? '').length, 0);
  expect(bytes / 1024).toBeLessThan(MOST_KB);
});

test('what is behind the lock is fetched alongside, in one file, and waited for by nothing', () => {
  const alongside = [...page.matchAll(/rel="modulepreload"[^>]*href="\.\/(assets\/selling-[^"]+\.js)"/g)];
  expect(alongside).toHaveLength(1);
  const first = neededBy(entries());
  expect(first.has(String(alongside[0]?.[1]))).toBe(false);
});

test('what few people open is fetched when they do', () => {
  for (const later of ['orders-screen', 'manager-screen', 'setup-screen']) {
    expect(page.includes(later), later).toBe(false);
  }
});

function entries(): string[] {
  return [...page.matchAll(/<script[^>]*src="\.\/(assets\/[^"]+\.js)"/g)].map(match => String(match[1]));
}

/** These scripts and whatever they import at once. */
function neededBy(scripts: string[]): Set<string> {
  const needed = new Set<string>();
  const queue = [...scripts];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (needed.has(name)) continue;
    needed.add(name);
    const code = files.get(name) ?? '';
    for (const match of code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
      queue.push(`assets/${match[1]}`);
  }
  return needed;
}
