import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../build/output.ts';

export const UNITS = join(root, 'packaging', 'kiosk');

/** What stands after `key=` in a unit, one entry for each time it is given. */
export function settingOf(unit: string, key: string, folder = UNITS): string[] {
  const text = readFileSync(join(folder, `${unit}.service`), 'utf8').replaceAll('\\\n', ' ');
  return [...text.matchAll(new RegExp(`^${key}=-?(.*)$`, 'gm'))].map(([, value]) => String(value));
}

export interface KioskSession {
  /** %h and %t. */
  home: string;
  runtime: string;
  /** Of X: ":99". */
  display: string;
  /** Starts a unit's commands as its user's systemd would; a unit has one process at a time. */
  start(unit: string): Promise<ChildProcess>;
  kill(unit: string, signal: NodeJS.Signals): Promise<void>;
  end(): Promise<void>;
}

/**
 * A person who has installed the kiosk, and a screen. `environment` is what their env files hold. The units'
 * own lines are run: specifiers, quotes and variables are read as systemd.unit(5) and systemd.service(5) say.
 */
export async function openKioskSession(environment: Record<string, string>): Promise<KioskSession> {
  const { home, runtime, remove } = homeWithTill();
  const screen = await openScreen();
  const { DBUS_SESSION_BUS_ADDRESS, XDG_DATA_HOME, XDG_CONFIG_HOME, ...rest } = process.env;
  const env = { ...rest, ...environment, HOME: home, XDG_RUNTIME_DIR: runtime, DISPLAY: screen.display };
  const running = new Map<string, ChildProcess>();

  const words = (line: string) =>
    (
      line
        .replaceAll('%h', home)
        .replaceAll('%t', runtime)
        .match(/'[^']*'|\S+/g) ?? []
    ).flatMap(word => {
      if (word.startsWith("'")) return [word.slice(1, -1)];
      if (!word.startsWith('$')) return [word];
      return (env[word.slice(1) as keyof typeof env] ?? '').split(' ').filter(part => part !== '');
    });
  const kill = async (unit: string, signal: NodeJS.Signals) => {
    const child = running.get(unit);
    running.delete(unit);
    if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise(resolve => child.once('exit', resolve));
      // systemd signals every process of a unit.
      process.kill(-child.pid, signal);
      await gone;
    }
    for (const name of settingOf(unit, 'RuntimeDirectory'))
      rmSync(join(runtime, name), { recursive: true, force: true });
  };

  return {
    home,
    runtime,
    display: screen.display,
    async start(unit) {
      for (const name of settingOf(unit, 'RuntimeDirectory')) mkdirSync(join(runtime, name), { mode: 0o700 });
      for (const line of settingOf(unit, 'ExecStartPre')) {
        const [command = '', ...args] = words(line);
        await new Promise((resolve, reject) =>
          spawn(command, args, { env, stdio: 'ignore' }).on('error', reject).on('exit', resolve),
        );
      }
      const [command = '', ...args] = words(settingOf(unit, 'ExecStart')[0] ?? '');
      const child = spawn(command, args, { env, stdio: 'ignore', detached: true });
      running.set(unit, child);
      return child;
    },
    kill,
    async end() {
      for (const unit of [...running.keys()]) await kill(unit, 'SIGKILL');
      screen.close();
      remove();
    },
  };
}

/** A person's home with this checkout in ~/keytill, and their runtime folder. */
export function homeWithTill() {
  const folder = mkdtempSync(join(tmpdir(), 'keytill-kiosk-'));
  const [home, runtime] = [join(folder, 'home'), join(folder, 'run')];
  mkdirSync(home);
  mkdirSync(runtime, { mode: 0o700 });
  symlinkSync(root, join(home, 'keytill'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  return { home, runtime, remove };
}

/** Why no session can be shown here; undefined where one can. */
export function whyNoScreen(): string | undefined {
  if (process.platform !== 'linux') return 'the units are for Linux';
  const missing = ['Xvfb', 'chromium'].filter(program => spawnSync('which', [program]).status !== 0);
  return missing.length > 0 ? `not installed: ${missing.join(', ')}` : undefined;
}

async function openScreen(): Promise<{ display: string; close(): void }> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1024x768x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    screen.stdio[3]?.once('data', data => resolve(String(data).trim()));
    screen.once('exit', () => reject(new Error('Xvfb did not start')));
  });
  return { display: `:${number}`, close: () => screen.kill('SIGKILL') };
}
