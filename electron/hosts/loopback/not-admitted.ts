import { createHash } from 'node:crypto';
import type { Language } from '../../../shared/people.ts';
import type { UntypedAnswer } from '../till.ts';

const NOT_ADMITTED: Readonly<Record<Language, string>> = {
  en: 'This till was opened elsewhere or restarted: open it again from its launcher.',
  ru: 'Касса открыта в другом месте или перезапущена: откройте её заново с её ярлыка.',
};

const STYLE =
  'body{font:20px/1.5 system-ui,sans-serif;margin:15vh auto;max-width:32em;padding:0 1em;color:#1c2024;background:#fff}' +
  '@media(prefers-color-scheme:dark){body{color:#eceef0;background:#151718}}';

/**
 * Says to a person without a cookie what to do; its style is allowed by its hash alone. In every language: what the shop
 * has chosen is not for those who are not let in.
 */
export const notAdmittedPage = {
  html: `<!doctype html><html lang="en"><meta charset="utf-8"><title>KeyTill</title><style>${STYLE}</style><h1>KeyTill</h1>${paragraphs()}</html>`,
  contentSecurityPolicy: `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'`,
};

/** The same, to a program. */
export const notAdmittedAnswer: UntypedAnswer = {
  ok: false,
  error: { code: 'not_admitted', message: NOT_ADMITTED.en },
};

function paragraphs(): string {
  return Object.entries(NOT_ADMITTED)
    .map(([language, text]) => `<p lang="${language}">${text}</p>`)
    .join('');
}
