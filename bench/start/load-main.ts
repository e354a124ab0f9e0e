import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';

/** Loads the built main program, and says in JSON what that took: see `main-bundle.ts`. Electron never becomes ready. */
const PROGRAMS = join(import.meta.dirname, '../../out/main');
const MAIN = join(PROGRAMS, 'main.js');
const ELECTRON = new URL('../../test/support/electron-double/electron.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: ELECTRON, shortCircuit: true } : next(specifier, context),
});
process.argv.splice(1, 1, MAIN);
await import(ELECTRON);

const before = process.cpuUsage();
const spent = (): number => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

await import(MAIN);
const window = spent();
for (const chunk of broughtLaterBy(MAIN)) await import(chunk);
process.stdout.write(JSON.stringify({ window, whole: spent() }), () => process.exit(0));

/** What the main program reads when its window is under way. */
function broughtLaterBy(program: string): string[] {
  const chunks = [...readFileSync(program, 'utf8').matchAll(/import\(`(\.[^`]+)`\)/g)];
  if (chunks.length === 0) throw new Error('the main program reads nothing after its window');
  return chunks.map(match => join(PROGRAMS, String(match[1])));
}
