import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RestoreMistake } from './mistakes.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
const CONFIG = join(import.meta.dirname, 'vitest.config.ts');

interface TestRun {
  status: string;
  title: string;
  failureMessages: string[];
}

/** Runs the mistake's tests with the mistake made: the titles of those that saw it, `undefined` where none did. */
export async function testsThatSee({ name, test }: RestoreMistake): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'keytill-mistake-'));
  const results = join(folder, 'results.json');
  try {
    const args = [VITEST, 'run', '--config', CONFIG, '--reporter=json', `--outputFile.json=${results}`, test];
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, MUTANT: name },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', chunk => {
      said += String(chunk);
    });
    await new Promise(resolve => child.once('close', resolve));
    const all = testsIn(results);
    // A till that does not even load proves nothing.
    if (all.length === 0) throw new Error(`"${name}": no test was run\n${said}`);
    const seen = all.filter(hasSeen).map(({ title }) => title);
    return seen.length > 0 ? seen.join('; ') : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A test that only ran out of time on a busy machine has seen nothing. */
const hasSeen = ({ status, failureMessages }: TestRun): boolean =>
  status === 'failed' && !failureMessages.some(message => message.includes('Test timed out'));

function testsIn(results: string): TestRun[] {
  const { testResults }: { testResults: { assertionResults: TestRun[] }[] } = JSON.parse(
    readFileSync(results, 'utf8'),
  );
  return testResults.flatMap(({ assertionResults }) => assertionResults);
}
