import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand, sayReady, stopWhenAsked } from './command.ts';
import { DEMO_SECRETS } from './demo-secrets.ts';
import { DEMO_MANAGER_PIN, seedDemo } from './demo-seed.ts';
import { openDesktopDemo } from './demo-window.ts';
import { hasScreen } from './hosts/loopback/app-window.ts';
import { claimPort } from './hosts/loopback/claimed-port.ts';
import { type OpenTill, openTill } from './open-till.ts';
import { startSandbox } from './sandbox/sandbox.ts';
import { serveTill } from './serve-till.ts';
import { claimHome } from './till-home.ts';

const ANY_FREE_PORT = 0;

await runCommand('demo', async given => {
  const sandbox = given.partner === undefined ? await startSandbox({ firstOrderId: now() }) : undefined;
  const partner = given.partner ?? sandbox?.url ?? '';
  const data = given.data ?? temporaryFolder();
  const options = { ...given, data, partner, aggregator: given.aggregator ?? partner };
  const openSeeded = async (): Promise<OpenTill> => {
    const till = await openTill(claimHome(options), options, {
      programs: import.meta.dirname,
      demo: DEMO_SECRETS,
    });
    await seedDemo(till.terminal);
    return till;
  };

  // The launcher names the Electron binary where it has one.
  const electron = process.env.KEYTILL_ELECTRON;
  if (given.open && electron && hasScreen(process.platform, process.env)) {
    await (await openSeeded()).stop();
    const desktop = await openDesktopDemo(electron, options);
    if (desktop) {
      stopWhenAsked(async () => {
        await desktop.stop();
        await sandbox?.stop();
      });
      sayReady({ pin: DEMO_MANAGER_PIN });
      void desktop.closed.then(() => process.exit(0));
      return;
    }
  }

  const claimed = await claimPort(given.port ?? ANY_FREE_PORT);
  const till = await openSeeded();
  const renderer = join(import.meta.dirname, '../renderer');
  const served = serveTill(till.terminal, till, renderer, claimed, given.launchPage);
  till.terminal.start();
  stopWhenAsked(async () => {
    await served.stop();
    await till.stop();
    await sandbox?.stop();
  });
  sayReady({ url: served.url, pin: DEMO_MANAGER_PIN });
  if (given.open) served.openWindow();
});

/** Gone when the demo ends. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keytill-demo-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** So that orders of this sandbox never carry the numbers of an earlier one. */
function now(): number {
  return Math.floor(Date.now() / 1000);
}
