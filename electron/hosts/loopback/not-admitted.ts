import { createHash } from 'node:crypto';
import type { UntypedAnswer } from '../till.ts';

export const NOT_ADMITTED = 'This till was opened elsewhere or restarted: open it again from its launcher.';

const STYLE =
  'body{font:20px/1.5 system-ui,sans-serif;margin:15vh auto;max-width:32em;padding:0 1em;color:#1c2024;background:#fff}' +
  '@media(prefers-color-scheme:dark){body{color:#eceef0;background:#151718}}';

/** Says to a person without a cookie what to do; its style is allowed by its hash alone. */
export const notAdmittedPage = {
  html: `<!doctype html><html lang="en"><meta charset="utf-8"><title>KeyTill</title><style>${STYLE}</style><h1>KeyTill</h1><p>${NOT_ADMITTED}</p></html>`,
  contentSecurityPolicy: `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'`,
};

/** The same, to a program. */
export const notAdmittedAnswer: UntypedAnswer = {
  ok: false,
  error: { code: 'not_admitted', message: NOT_ADMITTED },
};
