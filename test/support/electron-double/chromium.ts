import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { launchArguments, quickChromiumPath } from '../chromium.ts';
import { CdpConnection } from './cdp.ts';

export interface Chromium {
  connection: CdpConnection;
  close(): Promise<void>;
}

/**
 * Chromium without a window of its own, all that it keeps in `userData`. On a screen where there is one (DISPLAY), headless
 * elsewhere. It cannot reach any host: what its pages load is what the double hands them.
 */
export async function launchChromium(userData: string, switches: readonly string[]): Promise<Chromium> {
  const child = spawn(
    quickChromiumPath(),
    [
      ...launchArguments(),
      ...(process.env.DISPLAY ? [] : ['--headless']),
      // Not where the double keeps the lock that Chromium would look for, too.
      `--user-data-dir=${join(userData, 'DoubleProfile')}`,
      '--remote-debugging-port=0',
      // Never read: Chromium ends when this pipe does, so a double that is killed leaves none behind.
      '--remote-debugging-pipe',
      '--no-first-run',
      '--no-default-browser-check',
      '--no-startup-window',
      // Electron leaves it to the program which windows a page may open.
      '--disable-popup-blocking',
      '--disable-component-extensions-with-background-pages',
      '--disable-extensions',
      '--password-store=basic',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ...switches,
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const address = await debuggingAddress(child);
  const { port, pathname } = new URL(address);
  writeFileSync(join(userData, 'DevToolsActivePort'), `${port}\n${pathname}`);
  const connection = await CdpConnection.open(address);
  return {
    connection,
    close: () => {
      connection.close();
      child.kill('SIGKILL');
      return new Promise(resolve =>
        child.exitCode === null ? child.once('exit', () => resolve()) : resolve(),
      );
    },
  };
}

/** Said on stderr, by Chromium and by Electron alike; passed on for whoever drives the window from outside. */
async function debuggingAddress(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  if (!child.stderr) throw new Error('Chromium has no stderr');
  const lines = createInterface({ input: child.stderr });
  return new Promise((resolve, reject) => {
    child.once('exit', code => reject(new Error(`Chromium ended with ${code}:\n${said.join('\n')}`)));
    lines.on('line', line => {
      said.push(line);
      const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (!address) return;
      process.stderr.write(`${line}\n`);
      resolve(address);
    });
  });
}
