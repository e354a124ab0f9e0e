import type { Bundle } from '../bundle.ts';
import { SECURITY_HEADERS } from '../security-headers.ts';

export const SCHEME = 'app';
const HOST = 'keytill';
export const TILL_PAGE = `${SCHEME}://${HOST}/`;
/** Shown in place of a till page that keeps failing; no file of the bundle. */
export const STOPPED_PAGE = `${TILL_PAGE}stopped`;
/** Shown before the till is opened, when the program itself keeps failing. */
export const CRASHED_PAGE = `${TILL_PAGE}crashed`;

/** Whether an address belongs to the till's own pages. */
export function isTillPage(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url?.protocol === `${SCHEME}:` && url.host === HOST && url.username === '' && url.password === '';
}

/** What a page may load: its own files, pictures drawn into an address, and what it made itself to be saved. */
export function mayLoad(address: string): boolean {
  return isTillPage(address) || address.startsWith('data:image/') || isOwnBlob(address);
}

/** The one thing the till saves for a person: a day's figures, made by its own page, under the name it gives them. */
export function mayBeSaved(address: string, fileName: string): boolean {
  return isOwnBlob(address) && /^keytill-\d{4}-\d{2}-\d{2}\.csv$/.test(fileName);
}

const isOwnBlob = (address: string): boolean => address.startsWith(`blob:${SCHEME}://${HOST}/`);

/** Answers `app://keytill/…` from the bundle. What is not one of its files does not exist. */
export function answerPage(bundle: Bundle, request: { method: string; url: string }): Response {
  const file = isTillPage(request.url) ? bundle.get(new URL(request.url).pathname) : undefined;
  if (!file || request.method !== 'GET')
    return new Response('There is nothing here.', { status: 404, headers: SECURITY_HEADERS });
  return new Response(file.bytes, {
    headers: { ...SECURITY_HEADERS, 'content-type': file.type, 'cache-control': file.cacheControl },
  });
}
