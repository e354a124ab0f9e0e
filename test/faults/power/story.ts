import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../../../electron/sandbox/sandbox.ts';
import { type DiskEvent, readRecord } from '../disk-record.ts';
import { compileShim } from '../shim.ts';
import { runUnderShim } from '../under-shim.ts';
import { PAPER, type Plot, TILL } from './plot.ts';

const PROGRAM = join(import.meta.dirname, 'till-program.ts');

export interface Story {
  /** Where the till was. */
  root: string;
  events: DiskEvent[];
}

/**
 * Runs a till from its first start over some sales, and returns everything that was done to its disk meanwhile. Every third
 * sale ends without delivery. `lostAnswers`: so many orders are booked without the till hearing of it.
 */
export async function runStory(given: Partial<Plot> & { sales: number }, lostAnswers = 1): Promise<Story> {
  const home = mkdtempSync(join(tmpdir(), 'keytill-power-'));
  const root = join(home, 'root');
  for (const folder of [TILL, PAPER]) mkdirSync(join(root, folder), { recursive: true });
  const sandbox = await startSandbox();
  sandbox.plans.always(1001, { processingMs: 30, outcome: 'CANCELED' });
  if (lostAnswers > 0) {
    sandbox.faults.add({ kind: 'cut', when: 'after', calls: ['create-order'], times: lostAnswers });
  }
  try {
    const plot: Plot = {
      root,
      partner: sandbox.url,
      token: sandbox.token,
      checkpointAfter: 60,
      prints: true,
      looks: true,
      restMs: 0,
      ...given,
    };
    const record = join(home, 'record');
    await runUnderShim([PROGRAM, JSON.stringify(plot)], { library: compileShim(home), folder: root, record });
    return { root, events: readRecord(record) };
  } finally {
    await sandbox.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
