// `node scripts/run.mjs <task> [arguments]`: what every npm script calls. Plain JavaScript for any Node from 18,
// because it runs before anything is installed; the task itself runs on the project's own Node.
import { join } from 'node:path';
import { build } from './build.mjs';
import { endToEnd, lint, test } from './checks.mjs';
import { dist } from './dist.mjs';
import { electronBinary, electronRuns, fetchElectronBinary } from './electron-binary.mjs';
import { escapes } from './escapes.mjs';
import { become, projectNode, root, tell } from './processes.mjs';
import { setUp } from './setup.mjs';

const LEAST_NODE = 20;

const tasks = {
  demo: async args => {
    const staysHere = args.includes('--no-open') || args.includes('--help') || process.env.KEYTILL_NO_OPEN;
    const opensWindow = !staysHere;
    if (opensWindow) await fetchElectronBinary();
    return (await built()) || till('demo.js', args, opensWindow ? electronBinary() : undefined);
  },
  serve: async args => (await built()) || till('serve.js', args),
  start: async args => {
    await fetchElectronBinary();
    return (await built()) || desktop(args);
  },
  sandbox: args =>
    become(projectNode(), [join(root, 'electron', 'sandbox', 'main.ts'), ...args], { watched: true }),
  bench: async args => (await built()) || become(projectNode(), [join(root, 'bench', 'main.ts'), ...args]),
  simulate: args => simulate(args),
  build: () => built(),
  dist: async args => (await built()) || dist(args),
  lint: () => lint(),
  test: args => test(args),
  escapes: async args => (await built()) || escapes(args),
  e2e: async args => endToEnd(args, await electronRuns()),
};

async function built() {
  const wrong = await build();
  if (wrong === undefined) return 0;
  tell(`the build failed\n${wrong}`);
  return 1;
}

/** The kinds of proof beside the simulation itself, which is meant where none is named. */
const PROOFS = {
  'small-world': ['simulation', 'small-world', 'main.ts'],
  mutants: ['simulation', 'mutants', 'main.ts'],
  kills: ['faults', 'kills', 'main.ts'],
  power: ['faults', 'power', 'main.ts'],
};

async function simulate([kind, ...args]) {
  const proof = Object.hasOwn(PROOFS, kind ?? '') ? PROOFS[kind] : undefined;
  if (kind === 'kills' && (await built())) return 1;
  if (proof) return become(projectNode(), [join(root, 'test', ...proof), ...args]);
  return become(projectNode(), [
    join(root, 'test', 'simulation', 'main.ts'),
    ...(kind ? [kind] : []),
    ...args,
  ]);
}

function till(entry, args, electron) {
  const env = electron ? { ...process.env, KEYTILL_ELECTRON: electron } : process.env;
  return become(projectNode(), [join(root, 'out', 'main', entry), ...args], { watched: true, env });
}

function desktop(args) {
  const binary = electronBinary();
  if (!binary) {
    tell(
      'the desktop window needs the Electron binary, which is not here. The same till in Chromium: npm run serve',
    );
    return 1;
  }
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return become(binary, [...asRoot, root, ...args]);
}

const [name, ...args] = process.argv.slice(2);
const task = Object.hasOwn(tasks, name ?? '') ? tasks[name] : undefined;
if (!task) {
  tell(`run.mjs knows: ${Object.keys(tasks).join(', ')}`);
  process.exit(2);
}
if (Number.parseInt(process.versions.node, 10) < LEAST_NODE) {
  tell(
    `this is Node ${process.versions.node}, with which npm leaves out parts that are needed. Install Node ${LEAST_NODE} or newer`,
  );
  process.exit(1);
}
await setUp(name);
process.exitCode = await task(args);
