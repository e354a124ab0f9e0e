import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnUnderSecretService } from '../../test/support/secret-service.ts';
import { firstPaint } from './first-paint.ts';
import { mainBundle } from './main-bundle.ts';
import { usableGrid } from './usable-grid.ts';

/** How a till starts, with a real keyring: the desktop session, and the keyring in it, is up before the till, as in a shop. */
export async function benchStart(): Promise<boolean> {
  const home = mkdtempSync(join(tmpdir(), 'keytill-bench-'));
  try {
    return await (process.env.KEYTILL_BENCH_SESSION ? measured(home) : inSession(home));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function inSession(home: string): Promise<boolean> {
  const command = [process.execPath, join(import.meta.dirname, '..', 'main.ts'), 'start'];
  const session = spawnUnderSecretService(home, command, { KEYTILL_BENCH_SESSION: '1' });
  session.stdout?.pipe(process.stdout);
  session.stderr?.pipe(process.stderr);
  const [code] = await once(session, 'exit');
  return code === 0;
}

async function measured(home: string): Promise<boolean> {
  let allWell = true;
  for (const measure of [mainBundle, firstPaint, usableGrid]) allWell = (await measure(home)) && allWell;
  return allWell;
}
