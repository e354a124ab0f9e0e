import { createHash } from 'node:crypto';
import type { Language } from '../../../shared/people.ts';
import { SECURITY_HEADERS } from '../security-headers.ts';
import { DESKTOP_TEXTS } from './texts.ts';

/** Where nobody is there to try again. */
const TRIES_AGAIN_AFTER_S = 300;

const STYLE = `
:root { color-scheme: light dark; }
:root[data-theme=light] { color-scheme: light; }
:root[data-theme=dark] { color-scheme: dark; }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px; background: light-dark(#f3f3f0, #131416); color: light-dark(#191a1c, #f1f2f3); font: 20px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
main { max-width: 40rem; padding: 40px; border-radius: 18px; background: light-dark(#ffffff, #1d1f22); box-shadow: 0 1px 2px light-dark(#0000000f, #00000066); text-align: center; }
svg { width: 64px; height: 64px; color: light-dark(#b0201e, #ffa39a); }
h1 { margin: 16px 0 8px; font-size: 28px; line-height: 1.25; }
p { margin: 0 0 28px; color: light-dark(#51545a, #b0b4bb); }
a { display: inline-flex; align-items: center; justify-content: center; min-width: 220px; min-height: 64px; padding: 0 28px; border-radius: 12px; background: light-dark(#2350c4, #93b3ff); color: light-dark(#ffffff, #0c1838); font-weight: 600; text-decoration: none; }
a:focus-visible { outline: 3px solid light-dark(#1b3fa8, #c4d5ff); outline-offset: 3px; }`;

const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

const SIGN =
  '<svg aria-hidden="true" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="m21.7 18-8-14a2 2 0 0 0-3.5 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.7-3"/><path d="M12 9v4"/><path d="M12 17h.01"/></svg>';

/**
 * Says that the till's page, or the whole program, failed again and again. It needs nothing of that page, not even a script,
 * and goes back to the till when a person asks for it, or by itself.
 */
export function stoppedPage(
  what: 'stopped' | 'crashed',
  language: Language,
  theme: 'system' | 'light' | 'dark',
): Response {
  const { [what]: stopped, tryAgain } = DESKTOP_TEXTS[language];
  const html = `<!doctype html><html lang="${language}" data-theme="${theme}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>KeyTill</title><meta http-equiv="refresh" content="${TRIES_AGAIN_AFTER_S};url=/"><style>${STYLE}</style><main role="alert">${SIGN}<h1>${stopped.title}</h1><p>${stopped.next}</p><a href="/">${tryAgain}</a></main></html>`;
  return new Response(html, {
    headers: {
      ...SECURITY_HEADERS,
      'content-security-policy': `default-src 'none'; style-src ${STYLE_HASH}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    },
  });
}
