import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { runCommand, sayReady, stopWhenAsked } from './command.ts';
import { comingTill } from './hosts/coming-till.ts';
import { claimPort, passedSocket } from './hosts/loopback/claimed-port.ts';
import { openTill } from './open-till.ts';
import { serveTill } from './serve-till.ts';
import { claimHome } from './till-home.ts';

/** Always the same, so that a kiosk browser finds the till again. */
const USUAL_PORT = 4720;

await runCommand('serve', async options => {
  const claimed = await claimPort(options.port ?? USUAL_PORT, passedSocket(process.env, process.pid));
  const home = claimHome(options);
  // A browser that waits already has its page before the database is looked at, which holds up everything else.
  const opening = setImmediate().then(() => openTill(home, options, { programs: import.meta.dirname }));
  const coming = comingTill(opening.then(till => till.terminal));
  const renderer = join(import.meta.dirname, '../renderer');
  const served = serveTill(coming, home, renderer, claimed, options.launchPage);
  const till = await opening.catch(async error => {
    await served.stop();
    throw error;
  });
  till.terminal.start();
  stopWhenAsked(async () => {
    await served.stop();
    await till.stop();
  });
  sayReady({ url: served.url });
  if (options.open) served.openWindow();
});
