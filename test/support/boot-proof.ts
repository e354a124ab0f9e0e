import type { Page } from 'playwright-core';
import { complaints } from './browser.ts';
import { type HostName, openHostedTill } from './hosts.ts';
import { noWayOut, noWindow, PATIENCE_MS } from './ways-out.ts';

/**
 * Starts the desktop till of `program` on an empty data folder and says the first thing that is wrong with what comes up:
 * undefined where it boots, shows its first screen, answers it, and lets it go nowhere.
 */
export async function wrongAtBoot(
  host: HostName,
  data: string,
  program?: string,
): Promise<string | undefined> {
  const args = ['--data', data, '--keychain', 'memory', '--partner', 'http://127.0.0.1:9'];
  try {
    const till = await openHostedTill(host, { args, ...(program === undefined ? {} : { program }) });
    try {
      return await firstWrong(till.page);
    } finally {
      await till.stop();
    }
  } catch (error) {
    return String(error);
  }
}

async function firstWrong(page: Page): Promise<string | undefined> {
  for (const check of [
    bridge,
    origin,
    answers,
    firstScreen,
    quiet,
    policy,
    permissions,
    noWindow,
    noWayOut,
  ]) {
    const wrong = await check(page);
    if (wrong !== undefined) return `${check.name}: ${wrong}`;
  }
  return undefined;
}

type Check = (page: Page) => Promise<string | undefined>;

const bridge: Check = async page => {
  // A till is ready before its page where that is slow.
  await page.waitForURL(address => address.href !== 'about:blank', { timeout: PATIENCE_MS });
  const seen = await page.evaluate(() => [
    ...Object.keys((window as unknown as { keytill?: object }).keytill ?? {}),
    typeof (window as unknown as { require?: unknown }).require,
    typeof (window as unknown as { process?: unknown }).process,
  ]);
  return seen.join() === 'call,on,undefined,undefined' ? undefined : `the page has ${seen.join()}`;
};

const origin: Check = async page => {
  const { isSecure, own } = await page.evaluate(() => ({ isSecure: isSecureContext, own: self.origin }));
  if (!isSecure) return 'the page is no secure context';
  return own === 'null' ? 'the page is a stranger to its own files' : undefined;
};

const answers: Check = async page => {
  const answer = await page.evaluate(() => {
    const { keytill } = window as unknown as { keytill: { call(m: string, i: object): Promise<object> } };
    return keytill.call('terminal.status', {}).then(
      given => JSON.stringify(given),
      error => String(error),
    );
  });
  return answer.startsWith('{"ok":true') ? undefined : answer;
};

const firstScreen: Check = async page => {
  const there = page.getByRole('button', { name: 'Continue' }).waitFor({ timeout: PATIENCE_MS });
  return there.then(
    () => undefined,
    () => 'it is not there',
  );
};

const quiet: Check = async page => complaints(page)[0];

const policy: Check = async page => {
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.ran = "yes"';
    document.body.append(script);
    return document.documentElement.dataset.ran === 'yes';
  });
  return ran ? 'the page runs what is written into it' : undefined;
};

const permissions: Check = async page => {
  const granted = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'midi'] as PermissionName[];
    const states = await Promise.all(
      names.map(async name => (await navigator.permissions.query({ name })).state),
    );
    return names.filter((_name, at) => states[at] !== 'denied');
  });
  return granted[0] && `the page may use ${granted.join()}`;
};
