import type { CdpSession, Events } from './cdp.ts';
import type { Headers, Session } from './session.ts';
import { addresses, world } from './world.ts';

type Paused = Events['Fetch.requestPaused'];

/** What a page asks for, once it may be asked for: answered by the scheme's handler, or by nobody. */
export async function answerRequest(session: Session, page: CdpSession, paused: Paused): Promise<void> {
  const { requestId } = paused;
  if (paused.responseStatusCode !== undefined) return passHeaders(session, page, paused);
  const url = addresses.toProduct(paused.request.url);
  const scheme = url.slice(0, url.indexOf(':'));
  const handler = session.schemes.handlerOf(scheme);
  const fail = (errorReason: 'BlockedByClient' | 'Failed' | 'AccessDenied' | 'NameNotResolved') =>
    page.send('Fetch.failRequest', { requestId, errorReason });
  if (await session.cancels({ url, method: paused.request.method, resourceType: kindOf(paused) }))
    return void (await fail('BlockedByClient'));
  if (url === paused.request.url) {
    await page.send('Fetch.continueRequest', { requestId, interceptResponse: session.changesHeaders });
    return;
  }
  if (!handler) return void (await fail('NameNotResolved'));
  if (isFetch(paused) && !world.schemes.get(scheme)?.supportFetchAPI)
    return void (await fail('AccessDenied'));
  let response: Response;
  try {
    response = await handler(requestOf(url, paused));
  } catch (error) {
    process.stderr.write(`protocol handler of ${scheme}: ${String(error)}\n`);
    return void (await fail('Failed'));
  }
  const body = Buffer.from(await response.arrayBuffer()).toString('base64');
  await page.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [...headersOf(scheme, response)],
    body,
  });
}

/** Electron shows the headers of what comes over http(s) alone: what a scheme's handler answers is as it answered. */
async function passHeaders(session: Session, page: CdpSession, paused: Paused): Promise<void> {
  const { requestId, request, responseStatusCode: statusCode = 200, responseHeaders: given = [] } = paused;
  const responseHeaders: Headers = {};
  for (const { name, value } of given) responseHeaders[name] = [...(responseHeaders[name] ?? []), value];
  const received = await session.receivedHeaders({ url: request.url, statusCode, responseHeaders });
  if (!received) {
    await page.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    return;
  }
  const headers = Object.entries(received).flatMap(([name, values]) =>
    values.map(value => ({ name, value })),
  );
  await page.send('Fetch.continueResponse', {
    requestId,
    responseCode: statusCode,
    responseHeaders: headers,
  });
}

const isFetch = (paused: Paused): boolean => ['Fetch', 'XHR', 'EventSource'].includes(paused.resourceType);

function kindOf({ resourceType }: Paused): string {
  const names: Record<string, string> = { Document: 'mainFrame', XHR: 'xhr', Fetch: 'xhr' };
  return names[resourceType] ?? resourceType.toLowerCase();
}

function requestOf(url: string, { request }: Paused): Request {
  const hasBody = request.postData !== undefined && !['GET', 'HEAD'].includes(request.method);
  return new Request(url, {
    method: request.method,
    headers: request.headers as Record<string, string>,
    ...(hasBody ? { body: request.postData ?? '' } : {}),
  });
}

/** A scheme that is not `standard` has no origin: its pages are strangers to their own files. */
function* headersOf(scheme: string, response: Response): Generator<{ name: string; value: string }> {
  for (const [name, value] of response.headers) yield { name, value };
  if (!world.schemes.get(scheme)?.standard)
    yield { name: 'content-security-policy', value: 'sandbox allow-scripts allow-forms allow-popups' };
}
