import type { Dispatcher } from 'undici';
import type { Clock, HttpAnswer, HttpLost, HttpRequest, HttpUnsent } from '../ports.ts';

export interface AttemptLimits {
  /** From the first byte sent, or the connection sought, to the last byte read. */
  callMs: number;
  answerBytes: number;
}

type Outcome = HttpAnswer | HttpUnsent | HttpLost;
type Handler = Dispatcher.DispatchHandler;

/**
 * One request, written at most once. undici announces a request (`onRequestStart`) just before it writes it to an open
 * connection: whatever fails earlier is provably `unsent`, whatever fails later is `lost`, and a second announcement,
 * which would be a hidden retry, is stopped before a byte of it leaves.
 */
export function attempt(
  dispatcher: Dispatcher,
  request: HttpRequest,
  clock: Clock,
  limits: AttemptLimits,
): Promise<Outcome> {
  return new Promise(resolve => {
    const chunks: Uint8Array[] = [];
    let connection: Dispatcher.DispatchController | undefined;
    let isSettled = false;
    let size = 0;
    let head = { status: 0, headers: {} as Record<string, string> };

    const settle = (outcome: Outcome): void => {
      if (isSettled) return;
      isSettled = true;
      cancelDeadline();
      resolve(outcome);
    };
    const fail = (cause: HttpLost['cause'], before: string): void =>
      settle(connection ? { kind: 'lost', cause } : { kind: 'unsent', cause: before });

    const cancelDeadline = clock.after(limits.callMs, () => {
      fail('timeout', 'timeout');
      connection?.abort(new Error('timeout'));
    });

    const handler: Handler = {
      onRequestStart(controller) {
        if (connection || isSettled) controller.abort(new Error('one call is one attempt'));
        else connection = controller;
      },
      onResponseStart(_controller, status, headers) {
        head = { status, headers: singleValues(headers) };
      },
      onResponseData(controller, chunk) {
        size += chunk.length;
        chunks.push(chunk);
        if (size <= limits.answerBytes) return;
        fail('too_large', 'too_large');
        controller.abort(new Error('too large'));
      },
      onResponseEnd() {
        settle({ kind: 'answer', ...head, body: Buffer.concat(chunks) });
      },
      onResponseError(_controller, error) {
        fail(codeOf(error) === 'UND_ERR_HEADERS_OVERFLOW' ? 'too_large' : 'cut', codeOf(error));
      },
    };

    try {
      const { origin, pathname, search } = new URL(request.url);
      dispatcher.dispatch(
        {
          origin,
          path: pathname + search,
          method: request.method,
          headers: { ...request.headers, 'accept-encoding': 'identity' },
          body: request.body ?? null,
          idempotent: false,
        },
        handler,
      );
    } catch (error) {
      fail('cut', codeOf(error));
    }
  });
}

/** The code alone ("ECONNREFUSED"): a message may quote what was sent. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

function singleValues(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value ?? ''].flat().join(', ')]),
  );
}
