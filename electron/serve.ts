import { join } from 'node:path';
import { runCommand, sayReady, stopWhenAsked } from './command.ts';
import { claimPort } from './hosts/loopback/claimed-port.ts';
import { openTill } from './open-till.ts';
import { serveTill } from './serve-till.ts';

/** Always the same, so that a kiosk browser finds the till again. */
const USUAL_PORT = 4720;

await runCommand('serve', async options => {
  const claimed = await claimPort(options.port ?? USUAL_PORT);
  const till = await openTill(options, import.meta.dirname);
  const served = serveTill(till, join(import.meta.dirname, '../renderer'), claimed, options.launchPage);
  stopWhenAsked(served.stop);
  sayReady({ url: served.url });
  if (options.open) served.openWindow();
});
