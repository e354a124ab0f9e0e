import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Why no real Secret Service can be started on this machine; `undefined` where it can. */
export function whyNoSecretService(): string | undefined {
  if (process.platform !== 'linux') return 'the Secret Service is how Linux keeps secrets';
  const missing = ['dbus-run-session', 'gnome-keyring-daemon'].filter(program => !isInstalled(program));
  return missing.length > 0 ? `not installed: ${missing.join(', ')}` : undefined;
}

/** The environment of a person whose home, keyring and desktop session are all inside `home`. */
export function homeEnvironment(home: string): NodeJS.ProcessEnv {
  const folder = (name: string) => {
    const path = join(home, name);
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return path;
  };
  const { DBUS_SESSION_BUS_ADDRESS, DISPLAY, WAYLAND_DISPLAY, GNOME_KEYRING_CONTROL, ...rest } = process.env;
  return {
    ...rest,
    HOME: folder('home'),
    XDG_DATA_HOME: folder('data'),
    XDG_CONFIG_HOME: folder('config'),
    XDG_CACHE_HOME: folder('cache'),
    XDG_RUNTIME_DIR: folder('run'),
  };
}

const UNLOCK_AND_RUN =
  'printf password | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1 || exit 97; exec "$@"';

/**
 * Starts `command` in a desktop session of its own with an unlocked gnome-keyring. The keyring's file stays in `home`:
 * a second session there finds the secrets of the first. Session and keyring end with the command.
 */
export function spawnUnderSecretService(
  home: string,
  command: readonly string[],
  environment: Record<string, string> = {},
): ChildProcess {
  return spawn('dbus-run-session', ['--', 'sh', '-c', UNLOCK_AND_RUN, 'sh', ...command], {
    env: { ...homeEnvironment(home), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export interface SecretService {
  /** For processes that are to find this keyring. */
  environment: NodeJS.ProcessEnv;
  close(): Promise<void>;
}

/** A desktop session with an unlocked gnome-keyring that outlives the processes which use it, until it is closed. */
export async function openSecretService(home: string): Promise<SecretService> {
  const stay = ['sh', '-c', 'echo "$$ $DBUS_SESSION_BUS_ADDRESS"; exec sleep infinity'];
  const session = spawnUnderSecretService(home, stay);
  const ended = new Promise<void>(resolve => session.once('exit', () => resolve()));
  const line = await new Promise<string>((resolve, reject) => {
    session.stdout?.once('data', chunk => resolve(String(chunk)));
    session.once('exit', code => reject(new Error(`the session ended with ${code}`)));
  });
  const [pid = '', address = ''] = line.trim().split(' ');
  return {
    environment: { ...homeEnvironment(home), DBUS_SESSION_BUS_ADDRESS: address },
    async close() {
      process.kill(Number(pid));
      await ended;
    },
  };
}

function isInstalled(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some(folder => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
