import type { HttpBindings } from '@hono/node-server';
import type { Failure } from '../faults.ts';
import { refusalAnswer } from '../refusal.ts';
import type { Settings } from '../settings.ts';
import { type Answer, jsonAnswer } from './answer.ts';

/** What a failing request gets: an answer of another kind, half of one, or none. */
export type Outcome = Answer | 'cut' | 'hang' | { cutMidway: Answer };

/** Whether the request fails before it has done anything. */
export function isBefore(failure: Failure): boolean {
  return 'when' in failure && failure.when === 'before';
}

/** `usual`: the answer there would have been; a failure before the work has none to spoil. */
export function outcomeOf(failure: Failure, settings: Settings, usual?: Answer): Outcome {
  switch (failure.kind) {
    case 'hang':
      return 'hang';
    case 'cut':
      return failure.when === 'midway' && usual ? { cutMidway: usual } : 'cut';
    case 'truncated':
      return usual ? { ...usual, body: firstHalf(usual.body) } : 'cut';
    case 'html':
      return {
        status: failure.status,
        body: `<!DOCTYPE html><html><head><title>${failure.status}</title></head><body><h1>Bad gateway</h1></body></html>`,
        headers: { 'content-type': 'text/html; charset=utf-8' },
      };
    case 'status': {
      const answer = jsonAnswer(failure.status, { statusCode: failure.status, message: 'Try again later' });
      if (failure.retryAfter !== undefined) answer.headers['retry-after'] = String(failure.retryAfter);
      return answer;
    }
    case 'refuse': {
      const { status, body } = refusalAnswer(failure.code, settings.errorShape, settings.errorStatus);
      return jsonAnswer(status, body);
    }
  }
}

/** Closes the connection under the client, after half of an answer where there is one. */
export function cut({ incoming, outgoing }: HttpBindings, answer?: Answer): void {
  if (!answer) {
    incoming.socket.destroy();
    return;
  }
  outgoing.writeHead(answer.status, {
    ...answer.headers,
    'content-length': Buffer.byteLength(answer.body),
  });
  outgoing.write(firstHalf(answer.body), () => incoming.socket.destroy());
}

function firstHalf(text: string): string {
  return text.slice(0, Math.ceil(text.length / 2));
}
