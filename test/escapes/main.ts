import {
  ATTEMPTS,
  type Attempt,
  attemptsOn,
  LAYOUTS,
  LINK,
  LINKS,
  type LinkAttempt,
  REQUESTS,
  US,
} from './attempts.ts';
import { type Desk, openDesk } from './desk.ts';

/** What opens comes up within this time, also on a busy machine. */
const SETTLES_MS = 350;

/** Only those whose name has this word, where one is given. */
const [wanted = ''] = process.argv.slice(2);

const settled = (ms = SETTLES_MS) => new Promise(resolve => setTimeout(resolve, ms));

const desk = await openDesk();
const escaped: string[] = [];
let tried = 0;
let layout = US;
try {
  await prepare(desk);
  for (const each of ATTEMPTS) await attemptByHand(each);
  for (const link of LINKS) {
    await attempt(link.name, async () => {
      await lead(desk, link);
      desk.xdotool(['mousemove', String(LINK.x), String(LINK.y), 'click', '1']);
    });
  }
  for (const { name, code } of REQUESTS) {
    await attempt(`the page asks: ${name}`, () => ask(desk, code));
  }
  for (layout of LAYOUTS) {
    desk.lay(layout);
    await settled();
    for (const each of attemptsOn(layout)) await attemptByHand(each);
  }
} finally {
  await desk.end();
}
process.stdout.write(`${tried} ways out tried, ${escaped.length} found${list(escaped)}\n`);
process.exitCode = escaped.length > 0 ? 1 : 0;

function list(names: readonly string[]): string {
  return names.length > 0 ? `: ${names.join('; ')}` : '';
}

async function attemptByHand({ name, does }: Attempt): Promise<void> {
  await attempt(name, () => {
    for (const args of does) desk.xdotool(args);
  });
}

async function attempt(name: string, act: () => void | Promise<void>): Promise<void> {
  if (!name.includes(wanted)) return;
  tried++;
  await act();
  await settled();
  const wrong = await wrongWith(desk).catch(error => String(error).split('\n')[0]);
  process.stdout.write(
    `${wrong === undefined ? '✓' : '✗'} ${name}${wrong === undefined ? '' : `: ${wrong}`}\n`,
  );
  if (wrong === undefined) return;
  escaped.push(name);
  await desk.restart();
  await prepare(desk);
}

/** A link to try, a mark that only this very page has, and what keys it hears. */
async function prepare({ page }: Desk): Promise<void> {
  await page.evaluate(({ x, y }) => {
    const link = Object.assign(document.createElement('a'), {
      href: '/',
      id: 'way-out',
      textContent: 'way out',
    });
    Object.assign(link.style, { position: 'fixed', left: `${x - 40}px`, top: `${y - 12}px`, zIndex: '99' });
    document.body.append(link);
    // The till's own address is where a plain click may lead: the tries with keys and other buttons are for new windows.
    link.addEventListener('click', event => {
      if (
        link.getAttribute('href') === '/' &&
        !link.target &&
        !event.ctrlKey &&
        !event.shiftKey &&
        !event.altKey
      )
        event.preventDefault();
    });
    document.documentElement.dataset.heard = '';
    addEventListener('keydown', event => {
      document.documentElement.dataset.heard = event.key;
    });
  }, LINK);
  await settled();
}

async function lead({ page }: Desk, { href, attributes = {} }: LinkAttempt): Promise<void> {
  await page.evaluate(
    ([address, given]) => {
      const link = document.getElementById('way-out') as HTMLAnchorElement;
      link.removeAttribute('target');
      link.removeAttribute('download');
      link.href = address;
      for (const [name, value] of Object.entries(given)) link.setAttribute(name, value);
    },
    [href, attributes] as const,
  );
}

/** In answer to a real click, which browsers ask for before they show anything. */
async function ask({ page, xdotool }: Desk, code: string): Promise<void> {
  await page.evaluate(() => {
    const link = document.getElementById('way-out') as HTMLAnchorElement;
    link.removeAttribute('target');
    link.removeAttribute('download');
    link.href = '/';
  });
  xdotool(['mousemove', String(LINK.x), String(LINK.y), 'click', '1']);
  await settled(100);
  // What waits for an answer of a dialog does not answer here.
  await Promise.race([page.evaluate(code).catch(() => {}), settled()]);
}

/** The first thing that is not as it should be: one window as large as the screen, the same page, which takes keys. */
async function wrongWith({ page, windows, geometry, xdotool }: Desk): Promise<string | undefined> {
  const shown = windows();
  if (shown.length !== 1) return `${shown.length} windows`;
  const place = geometry(shown[0] ?? '');
  if (!/Position: 0,0 .*Geometry: 1024x768/.test(place)) return `the window is at ${place}`;
  const pages = page.context().pages().length;
  if (pages !== 1) return `${pages} pages`;
  const seen = await Promise.race([
    page.evaluate(() => ({
      isSame: document.getElementById('way-out') !== null,
      path: location.pathname + location.search,
      size: [innerWidth, innerHeight].join('x'),
      zoom: [devicePixelRatio, visualViewport?.scale].join(),
      isFocused: document.hasFocus(),
      hasTill: document.querySelector('#root button') !== null,
    })),
    settled(5_000).then(() => undefined),
  ]);
  if (!seen) return 'the page does not answer';
  if (!seen.isSame) return 'the page was loaded anew';
  if (seen.path !== '/') return `the page is at ${seen.path}`;
  if (seen.size !== '1024x768') return `the page is ${seen.size}`;
  if (seen.zoom !== '1,1') return `the page is enlarged: ${seen.zoom}`;
  if (!seen.isFocused) return 'the keyboard is elsewhere';
  if (!seen.hasTill) return 'the till is gone';
  await page.evaluate(() => void delete document.documentElement.dataset.heard);
  xdotool(['key', layout.keys.z ?? '']);
  const heard = page.waitForFunction(
    typed => document.documentElement.dataset.heard === typed,
    layout.types,
    { timeout: 10_000 },
  );
  return heard.then(
    () => undefined,
    () => `the page does not hear ${layout.types}`,
  );
}
