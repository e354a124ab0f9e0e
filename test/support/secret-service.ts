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
