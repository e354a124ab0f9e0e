import { execFile } from 'node:child_process';
import type { CommandPrinter, PrintResult } from '../../ports.ts';
import { failed, PRINTED } from './result.ts';

const TIMEOUT_MS = 15_000;
/** As lp says it with LC_ALL=C. */
const UNKNOWN_PRINTER = /does not exist/;
const NAME = /^[\w.@-]{1,120}$/;

interface Run {
  /** 'missing': there is no such program to start; 'killed': it did not end in time. */
  code: number | 'missing' | 'killed';
  stdout: string;
  stderr: string;
}

/** A print queue of this machine, given raw bytes. Printed means: the queue has taken it. */
export function cupsPrinter(name: string): CommandPrinter {
  async function print(bytes: Uint8Array): Promise<PrintResult> {
    const { code, stderr } = await run('lp', ['-d', name, '-o', 'raw'], bytes);
    if (code === 0) return PRINTED;
    if (code === 'missing')
      return failed('no_print_system', false, 'this machine has no print system (CUPS)');
    const detail = stderr.trim().slice(0, 300);
    if (code === 'killed') return failed('stalled', true, detail || `lp did not end within ${TIMEOUT_MS} ms`);
    const failure = UNKNOWN_PRINTER.test(detail) ? 'no_such_printer' : 'refused';
    return failed(failure, false, detail || `lp ended with ${code}`);
  }
  return { takes: 'commands', target: `cups:${name}`, print };
}

/** The print queues that this machine knows; none where it has no print system. */
export async function listCupsPrinters(): Promise<{ target: string; name: string }[]> {
  const { stdout } = await run('lpstat', ['-e'], new Uint8Array());
  return stdout
    .split('\n')
    .map(line => line.trim())
    .filter(name => NAME.test(name))
    .map(name => ({ target: `cups:${name}`, name }));
}

function run(program: string, parameters: string[], input: Uint8Array): Promise<Run> {
  return new Promise(resolve => {
    const options = { timeout: TIMEOUT_MS, env: { ...process.env, LC_ALL: 'C' } };
    const child = execFile(program, parameters, options, (error, stdout, stderr) => {
      resolve({ code: error ? codeOfExit(error.code) : 0, stdout, stderr });
    });
    // A program that ends without reading says so by its exit code.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

function codeOfExit(code: unknown): Run['code'] {
  if (typeof code === 'number') return code;
  return typeof code === 'string' ? 'missing' : 'killed';
}
