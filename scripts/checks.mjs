import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { capture, commandOf, projectNode, root } from './processes.mjs';

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
  if (checks !== 0) return checks;
  const folder = mkdtempSync(join(tmpdir(), 'keytill-results-'));
  const results = join(folder, 'results.json');
  const code = await timed('tests', () => vitest(results, args));
  const count = countIn(results);
  rmSync(folder, { recursive: true, force: true });
  // Last, and plain: what any log reader understands.
  if (count) process.stdout.write(`${count}\n`);
  return code;
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
async function vitest(results, args) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const command = [commandOf('vitest', 'vitest'), 'run', ...reporters, ...args];
  const code = await new Promise(resolve => {
    const child = spawn(projectNode(), command, {
      cwd: root,
      env: cleanEnvironment(),
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
