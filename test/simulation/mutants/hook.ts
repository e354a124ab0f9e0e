import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findMutant } from './mutants.ts';
import { mutate } from './mutate.ts';

/** Loaded before the simulation (`node --import`): the till is loaded with one mistake in it. Its name is in MUTANT. */
const ROOT = resolve(import.meta.dirname, '../../..');
const mutant = findMutant(process.env.MUTANT ?? '');

registerHooks({
  load(url, context, nextLoad) {
    const path = url.startsWith('file:') ? relative(ROOT, fileURLToPath(url)) : '';
    if (path !== mutant.file) return nextLoad(url, context);
    const source = mutate(readFileSync(resolve(ROOT, path), 'utf8'), mutant);
    return { format: 'module', source: stripTypeScriptTypes(source), shortCircuit: true };
  },
});
