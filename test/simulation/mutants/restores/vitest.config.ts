import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { mutate } from '../mutate.ts';
import { RESTORE_MISTAKES } from './mistakes.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');

const mistake = RESTORE_MISTAKES.find(({ name }) => name === process.env.MUTANT);
if (!mistake) throw new Error(`there is no mistake "${process.env.MUTANT}"`);

/** Loads the till with the mistake in it that MUTANT names; the files stay as they are. */
export default defineConfig({
  root: ROOT,
  plugins: [
    {
      name: 'mistake',
      enforce: 'pre',
      load: id =>
        relative(ROOT, id) === mistake.file ? mutate(readFileSync(id, 'utf8'), mistake) : undefined,
    },
  ],
  // What is kept from one run for the next is told apart by the files alone: it would be another mistake.
  test: { fsModuleCache: false, include: [mistake.test], environment: 'node', testTimeout: 60_000 },
});
