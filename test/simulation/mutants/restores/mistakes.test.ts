import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mutate } from '../mutate.ts';
import { RESTORE_MISTAKES } from './mistakes.ts';

const ROOT = join(import.meta.dirname, '../../../..');

test.each(RESTORE_MISTAKES)('$name: finds its place, and its test is there', mistake => {
  const source = readFileSync(join(ROOT, mistake.file), 'utf8');
  expect(mutate(source, mistake)).not.toBe(source);
  expect(existsSync(join(ROOT, mistake.test))).toBe(true);
});
