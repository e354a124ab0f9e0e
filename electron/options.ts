import { parseArgs } from 'node:util';
import { isDriven, PRINTER_TARGET } from '../shared/printer-target.ts';

/** How a till is started, from its command line or the KEYTILL_* variables; the command line wins. */
export interface TillOptions {
  /** The data folder. */
  data?: string;
  /** 0: any free port. */
  port?: number;
  /** The partner's address, and that of its Telegram look-up. */
  partner?: string;
  aggregator?: string;
  keychain?: 'os' | 'memory';
  /** As in the settings: "tcp://host:9100", "file:PATH", "cups:NAME", "system:NAME" or "none". */
  printer?: string;
  /** A file that is kept as the way in for a kiosk's browser. */
  launchPage?: string;
  /** How the desktop till stands on its screen; left out: a window. */
  profile?: Profile;
  /** Who starts the desktop till again when it has ended with an error; left out: itself. */
  restartedBy?: RestartedBy;
  /** Whether a window is opened. */
  open: boolean;
}

/** `kiosk`: the whole screen, and no way out but a manager's PIN. `window`: one window among others. */
export type Profile = 'kiosk' | 'window';

/** `system`: whatever started it, such as systemd, which would take a till that starts itself for one that has ended. */
export type RestartedBy = 'till' | 'system';

export type ParsedOptions =
  | { kind: 'run'; options: TillOptions }
  | { kind: 'help'; text: string }
  | { kind: 'refused'; message: string };

/** Option, what follows it, what it does. The variable of --no-open is KEYTILL_NO_OPEN, and so on. */
const KNOWN = [
  ['data', 'DIR', 'the folder that holds everything this till stores'],
  ['port', 'N', 'the port on 127.0.0.1; 0 picks a free one'],
  ['partner', 'URL', "the partner's address"],
  ['aggregator', 'URL', "the address of the partner's Telegram look-up"],
  ['keychain', 'os|memory', 'where secrets are kept; memory forgets them when the till stops'],
  ['printer', 'PRINTER', 'tcp://HOST:9100, file:PATH, cups:NAME or none; npm start: also system:NAME'],
  ['launch-page', 'FILE', "the way in for a kiosk's browser; its folder must be this user's alone"],
  ['profile', 'kiosk|window', 'npm start: the whole screen with no way out but a PIN, or a window'],
  ['restarted-by', 'till|system', 'npm start: who starts it again after an error'],
  ['no-open', '', 'opens no window'],
  ['help', '', 'shows this'],
] as const;

/** What an AppImage puts in by itself on a system without user namespaces. */
const NO_SANDBOX = `KeyTill does not run without Chromium's sandbox. It was started with --no-sandbox, as an AppImage does by
itself where the system lets no ordinary user make namespaces. Install the deb instead, or allow them:
  sysctl kernel.unprivileged_userns_clone=1 kernel.apparmor_restrict_unprivileged_userns=0`;

type Given = Record<string, string | boolean | undefined>;

/** `command`: the npm script that a person typed, for --help. */
export function parseOptions(command: string, args: string[], environment: NodeJS.ProcessEnv): ParsedOptions {
  if (args.includes('--no-sandbox')) return { kind: 'refused', message: NO_SANDBOX };
  let given: Given;
  try {
    const options = Object.fromEntries(
      KNOWN.map(([name, value]) => [name, { type: value === '' ? 'boolean' : 'string' } as const]),
    );
    given = { ...fromEnvironment(environment), ...parseArgs({ args, options }).values };
  } catch (error) {
    return refused(error instanceof Error ? error.message.split('. ')[0] : String(error));
  }
  if (given.help) return { kind: 'help', text: help(command) };
  return checked(command, given);
}

function fromEnvironment(environment: NodeJS.ProcessEnv): Given {
  const given: Given = {};
  for (const [name, value] of KNOWN) {
    const text = environment[variableOf(name)];
    if (name === 'help' || text === undefined || text === '') continue;
    given[name] = value === '' ? text !== '0' && text !== 'false' : text;
  }
  return given;
}

const variableOf = (name: string) => `KEYTILL_${name.toUpperCase().replaceAll('-', '_')}`;

function checked(command: string, given: Given): ParsedOptions {
  const options: TillOptions = { open: given['no-open'] !== true };
  const { data, port, partner, aggregator, keychain, printer, profile } = given;
  const launchPage = given['launch-page'];
  const restartedBy = given['restarted-by'];
  if (typeof data === 'string') options.data = data;
  if (typeof launchPage === 'string') options.launchPage = launchPage;
  if (typeof partner === 'string') options.partner = partner;
  if (typeof aggregator === 'string') options.aggregator = aggregator;
  if (typeof port === 'string') {
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return refused(`No port: ${port}`);
    options.port = Number(port);
  }
  if (keychain !== undefined) {
    if (keychain !== 'os' && keychain !== 'memory') return refused(`No keychain: ${keychain}`);
    options.keychain = keychain;
  }
  if (profile !== undefined) {
    if (profile !== 'kiosk' && profile !== 'window') return refused(`No profile: ${profile}`);
    options.profile = profile;
  }
  if (restartedBy !== undefined) {
    if (restartedBy !== 'till' && restartedBy !== 'system')
      return refused(`No way to be restarted: ${restartedBy}`);
    options.restartedBy = restartedBy;
  }
  if (typeof printer === 'string') {
    if (!PRINTER_TARGET.test(printer)) return refused(`No printer: ${printer}`);
    if (isDriven(printer) && command !== 'start') return refused(`Only npm start prints on ${printer}`);
    options.printer = printer;
  }
  return { kind: 'run', options };
}

function refused(problem: string | undefined): ParsedOptions {
  return { kind: 'refused', message: `${problem}\n\nKnown options:\n${table()}` };
}

function help(command: string): string {
  return `npm run ${command} -- [options]\n\n${table()}\n\nEach is also read from KEYTILL_DATA, KEYTILL_PORT and so on; the command line wins.`;
}

function table(): string {
  const rows = KNOWN.map(([name, value, does]) => [`--${name} ${value}`, does] as const);
  const width = Math.max(...rows.map(([option]) => option.length));
  return rows.map(([option, does]) => `  ${option.padEnd(width)}  ${does}`).join('\n');
}

/** What a person typed, out of Electron's command line, where a path to the program stands first unless it is packaged. */
export function ownArguments(commandLine: string[], isPackaged: boolean): string[] {
  if (isPackaged) return commandLine.slice(1);
  const program = commandLine.findIndex((word, index) => index > 0 && !word.startsWith('-'));
  return program < 0 ? [] : commandLine.slice(program + 1);
}
