import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../electron');
const SQL = /\b(SELECT|INSERT( OR \w+)? INTO|UPDATE \w+ SET|DELETE FROM)\b/;

test('SQL is in the *-store.ts files of the parts, and in store/', () => {
  const withSql = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && SQL.test(readFileSync(join(ROOT, file), 'utf8')))
    .sort();
  expect(withSql).toContain(join('orders', 'order-store.ts'));
  expect(withSql.filter(file => !file.endsWith('-store.ts') && !file.startsWith('store'))).toEqual([]);
});
