import { spawn } from 'node:child_process';
import { type ShimSettings, shimEnvironment } from './shim.ts';

/** Runs a program above the disk shim, to its end or to the one it makes itself with SIGKILL. */
export async function runUnderShim(args: string[], settings: ShimSettings): Promise<void> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...shimEnvironment(settings) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', chunk => {
    said += String(chunk);
  });
  const end = await new Promise(resolve => child.once('close', (code, signal) => resolve(code ?? signal)));
  if (end !== 0 && end !== 'SIGKILL')
    throw new Error(`the till under the shim ended with ${String(end)}: ${said}`);
}
