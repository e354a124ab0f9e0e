import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import type { Bundle } from '../bundle.ts';
import { SECURITY_HEADERS } from '../security-headers.ts';
import type { Till, UntypedAnswer } from '../till.ts';
import type { Access } from './access.ts';
import type { EventStreams } from './event-streams.ts';
import { forwardingPage } from './forwarding-page.ts';
import { notAdmittedAnswer, notAdmittedPage } from './not-admitted.ts';
import { refusePlace } from './origin.ts';

const MOST_BODY_BYTES = 1024 * 1024;
/** The longest a browser keeps a cookie; every opening of the page starts it anew. */
const COOKIE_LIVES_S = 400 * 24 * 60 * 60;

type AppContext = Context<{ Bindings: HttpBindings }>;

export interface AppParts {
  till: Till;
  bundle: Bundle;
  access: Access;
  streams: EventStreams;
  port: number;
}

/** The whole of what the till answers on 127.0.0.1. Everything but a good launch code needs a cookie that is known. */
export function loopbackApp({
  till,
  bundle,
  access,
  streams,
  port,
}: AppParts): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  /** Cookies ignore ports, so two tills on one machine need two names. */
  const cookieName = `keytill_${port}`;
  const admit = (c: AppContext, cookie: string) =>
    setCookie(c, cookieName, cookie, {
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      maxAge: COOKIE_LIVES_S,
    });

  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value);
    c.header('cache-control', 'no-store');
    const refusal = refusePlace(
      {
        host: c.req.header('host'),
        origin: c.req.header('origin'),
        fetchSite: c.req.header('sec-fetch-site'),
        opensLaunch: launchCodeOf(c) !== undefined && isWindow(c),
      },
      port,
    );
    if (refusal) return c.text(refusal, 403);
    return next();
  });

  app.use(async (c, next) => {
    const cookie = getCookie(c, cookieName);
    const admitted = access.admits(cookie);
    const launchCode = launchCodeOf(c);
    if (launchCode !== undefined) {
      const fresh = admitted ? cookie : access.redeem(launchCode);
      if (fresh === undefined) return notAdmitted(c);
      admit(c, fresh);
      // A browser that came from elsewhere would not send a strict cookie along when it is redirected.
      return c.req.header('sec-fetch-site') === 'cross-site'
        ? c.html(forwardingPage('/'))
        : c.redirect('/', 303);
    }
    if (!admitted || cookie === undefined) return notAdmitted(c);
    if (c.req.path === '/') admit(c, cookie);
    if (c.req.path === '/renew' && c.req.method === 'POST') {
      const successor = access.renew(cookie);
      if (successor !== undefined) admit(c, successor);
      return c.body(null, 204);
    }
    return next();
  });

  app.post('/call', bodyLimit({ maxSize: MOST_BODY_BYTES, onError: tooLarge }), async c => {
    const request = parseCall(await c.req.text());
    return c.json(request ? await till.call(request.method, request.input) : notACall);
  });

  app.get('/events', c => {
    const { outgoing } = c.env;
    if (!('socket' in outgoing) || c.req.method === 'HEAD') return c.body(null, 204);
    outgoing.writeHead(200, {
      ...SECURITY_HEADERS,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    });
    const cookie = getCookie(c, cookieName);
    streams.open(outgoing, () => cookie !== undefined && access.stillAdmits(cookie));
    return RESPONSE_ALREADY_SENT;
  });

  app.get('*', c => {
    const file = bundle.get(c.req.path);
    if (!file) return c.text('There is nothing here.', 404);
    c.header('cache-control', file.cacheControl);
    c.header('etag', file.etag);
    if (c.req.header('if-none-match') === file.etag) return c.body(null, 304);
    return c.body(file.bytes, 200, { 'content-type': file.type });
  });

  app.notFound(c => c.text('There is nothing here.', 404));
  app.onError((_error, c) => c.json(broken, 500));
  return app;
}

/** Only GET spends a code: whoever looks ahead with HEAD opens nothing. */
function launchCodeOf(c: AppContext): string | undefined {
  return c.req.method === 'GET' && c.req.path === '/' ? c.req.query('launch') : undefined;
}

function isWindow(c: AppContext): boolean {
  return c.req.header('sec-fetch-mode') === 'navigate' && c.req.header('sec-fetch-dest') === 'document';
}

function notAdmitted(c: AppContext): Response {
  if (!c.req.header('accept')?.includes('text/html')) return c.json(notAdmittedAnswer, 401);
  c.header('content-security-policy', notAdmittedPage.contentSecurityPolicy);
  return c.html(notAdmittedPage.html, 401);
}

function tooLarge(c: Context): Response {
  return c.json(invalid('A call may carry at most 1 MiB.'), 413);
}

function parseCall(text: string): { method: unknown; input: unknown } | undefined {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body !== 'object' || body === null || !('method' in body)) return undefined;
    return { method: body.method, input: 'input' in body ? body.input : {} };
  } catch {
    return undefined;
  }
}

const invalid = (message: string): UntypedAnswer => ({
  ok: false,
  error: { code: 'invalid_input', message },
});
const notACall = invalid('A call is a JSON object: {"method":"…","input":{…}}.');
const broken: UntypedAnswer = {
  ok: false,
  error: { code: 'internal', message: 'The till could not answer.' },
};
