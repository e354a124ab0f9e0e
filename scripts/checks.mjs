import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { capture, commandOf, projectNode, root, tell } from './processes.mjs';

const PROJECTS = ['shared', 'electron', 'renderer', 'test'];

const tool = async (packageName, command, ...args) => {
  const { code, output } = await capture(projectNode(), [commandOf(packageName, command), ...args]);
  return code === 0 ? undefined : output;
};
const format = () => tool('@biomejs/biome', 'biome', 'ci', '--error-on-warnings', '--colors=off', '.');
const types = async () => {
  const found = await Promise.all(PROJECTS.map(project => tool('typescript', 'tsc', '-p', project)));
  return found.find(output => output !== undefined);
};
const unused = () => tool('knip', 'knip', '--no-progress');

/** Each check resolves to what is wrong, undefined when nothing is. The first that fails ends the run. */
const CHECKS = [
  ['format and lint', format],
  ['types', types],
  ['unused code', unused],
];

export const lint = () => inOrder(CHECKS);

/** Everything that must hold before a change may land. `args` go to vitest. */
export async function test(args) {
  const checks = await inOrder([...CHECKS, ['build', build]]);
  return checks === 0 ? tests(args, {}) : checks;
}

async function tests(args, environment) {
  const folder = mkdtempSync(join(tmpdir(), 'keytill-results-'));
  const results = join(folder, 'results.json');
  const code = await timed('tests', () => vitest(results, args, environment));
  const count = countIn(results);
  rmSync(folder, { recursive: true, force: true });
  // Last, and plain: what any log reader understands.
  if (count) process.stdout.write(`${count}\n`);
  return code;
}

/**
 * The whole end-to-end suite on every host that can run here, or on the one that `--host` names. `electronRuns`: whether the
 * real binary can be launched.
 */
export async function endToEnd(args, electronRuns) {
  const { host, rest } = hostIn(args);
  if (host !== undefined && !HOSTS.includes(host)) {
    tell(`--host is one of ${HOSTS.join(', ')}`);
    return 2;
  }
  const wanted = host === undefined ? HOSTS : [host];
  const hosts = wanted.filter(name => name !== 'electron' || electronRuns);
  if (!electronRuns) tell('Electron itself was not run: its binary cannot be launched here');
  if (hosts.length === 0 || (await inOrder([['build', build]])) !== 0) return 1;
  return tests(['--project', 'e2e', ...rest], { KEYTILL_E2E_HOSTS: hosts.join() });
}

const HOSTS = ['loopback', 'double', 'electron'];

function hostIn(args) {
  const at = args.findIndex(arg => arg === '--host' || arg.startsWith('--host='));
  if (at < 0) return { host: undefined, rest: args };
  const [, inOne] = args[at].split('=');
  const after = inOne === undefined ? at + 2 : at + 1;
  return { host: inOne ?? args[at + 1] ?? '', rest: [...args.slice(0, at), ...args.slice(after)] };
}

async function inOrder(steps) {
  for (const [name, step] of steps) {
    if (await timed(name, step)) return 1;
  }
  return 0;
}

async function timed(name, step) {
  const start = process.hrtime.bigint();
  const wrong = await step();
  const seconds = (Number(process.hrtime.bigint() - start) / 1e9).toFixed(1);
  process.stdout.write(`${wrong === undefined ? '✓' : '✗'} ${name} (${seconds} s)\n`);
  if (wrong !== undefined) process.stdout.write(`${wrong.trimEnd()}\n`);
  return wrong === undefined ? 0 : 1;
}

/** Runs every project in view of the person. */
async function vitest(results, args, environment) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const command = [commandOf('vitest', 'vitest'), 'run', ...reporters, ...args];
  const code = await new Promise(resolve => {
    const child = spawn(projectNode(), command, {
      cwd: root,
      env: { ...cleanEnvironment(), ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal));
    child.on('error', () => resolve(1));
    child.on('close', resolve);
  });
  return code === 0 ? undefined : `vitest ended with ${code}`;
}

function countIn(file) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
    return `${numPassedTests} passed, ${numFailedTests} failed`;
  } catch {
    return undefined;
  }
}

/** A till's settings in this shell must not reach the tills under test. */
function cleanEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !name.startsWith('KEYTILL_') || name === 'KEYTILL_CHROMIUM',
    ),
  );
}
