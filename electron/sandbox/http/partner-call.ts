import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { CALLS, type CallName } from '../calls.ts';
import type { ReceivedRequest } from '../ledger.ts';
import { noSuchCall, Refusal, refusalAnswer, TooManyRequests } from '../refusal.ts';
import { type TokenKind, tokenKind } from '../tokens.ts';
import type { World } from '../world.ts';
import { type Answer, jsonAnswer } from './answer.ts';
import type { SandboxContext } from './app.ts';
import { cut, isBefore, type Outcome, outcomeOf } from './failure.ts';

/** Answers a call, or throws a Refusal. `body`: parsed JSON (undefined where it is none), or the query of a GET. */
export type CallRule = (world: World, body: unknown) => unknown;

export interface PartnerCall {
  name: CallName;
  /** Which tokens may make it, with these settings. */
  tokens(world: World): readonly TokenKind[];
  rule: CallRule;
}

/** The way of every request: noted, met by its faults, checked for its token, and answered. */
export async function answerCall(
  context: SandboxContext,
  world: World,
  call: PartnerCall,
): Promise<Response> {
  const request = await received(context, world, call.name);
  const { delayMs, failure } = world.faults.take(call.name);
  if (delayMs > 0) await world.timers.wait(delayMs);
  if (failure && isBefore(failure)) return send(context, request, outcomeOf(failure, world.settings));
  const usual = usualAnswer(world, call, request);
  return send(context, request, failure ? outcomeOf(failure, world.settings, usual) : usual);
}

async function received(context: SandboxContext, world: World, call: CallName): Promise<ReceivedRequest> {
  const isGet = CALLS[call].method === 'GET';
  const request: ReceivedRequest = {
    call,
    at: world.now(),
    body: isGet ? context.req.query() : parsed(await context.req.text()),
    token: tokenKind(context.req.header('authorization'), world.tokens),
  };
  world.journal.record(request);
  return request;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function usualAnswer(world: World, call: PartnerCall, request: ReceivedRequest): Answer {
  const { settings } = world;
  const { method, path } = CALLS[call.name];
  if (settings.missingCalls.includes(call.name)) {
    const { status, body } = noSuchCall(method, path);
    return jsonAnswer(status, body);
  }
  try {
    if (!call.tokens(world).includes(request.token)) throw new Refusal('INVALID_TOKEN');
    return jsonAnswer(200, call.rule(world, request.body));
  } catch (error) {
    if (error instanceof TooManyRequests) {
      const answer = jsonAnswer(429, { statusCode: 429, message: 'Too Many Requests' });
      answer.headers['retry-after'] = String(error.retryAfterSeconds);
      return answer;
    }
    if (!(error instanceof Refusal)) throw error;
    const { status, body } = refusalAnswer(error.code, settings.errorShape, settings.errorStatus);
    return jsonAnswer(status, body);
  }
}

function send(
  context: SandboxContext,
  request: ReceivedRequest,
  outcome: Outcome,
): Response | Promise<Response> {
  if (outcome === 'hang') return new Promise(() => undefined);
  if (outcome === 'cut' || 'cutMidway' in outcome) {
    cut(context.env, outcome === 'cut' ? undefined : outcome.cutMidway);
    return RESPONSE_ALREADY_SENT;
  }
  request.status = outcome.status;
  return new Response(outcome.body, { status: outcome.status, headers: outcome.headers });
}
