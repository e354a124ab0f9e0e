import type { ClosableHttp } from '../../../electron/partner/undici-http.ts';
import type { HttpAnswer, HttpLost, HttpRequest, HttpUnsent } from '../../../electron/ports.ts';
import type { Dice } from './dice.ts';
import type { Boundary, Fate, Interference, RequestFate } from './fate.ts';
import { type Answer, type Call, type PartnerModel, refusal } from './partner-model.ts';
import type { Life } from './process.ts';
import type { Time } from './time.ts';
import type { Trace } from './trace.ts';

/** The client's own patience for a whole call. */
const CALL_MS = 30_000;
/** What the till builds on: once its end of a call is over, what it sent arrives within 30 s or never. */
const STRAGGLES_MS = 27_000;

type Outcome = HttpAnswer | HttpUnsent | HttpLost;

export interface NetworkParts {
  time: Time;
  dice: Dice;
  partner: PartnerModel;
  trace: Trace;
  /** Which till it is, in the trace. */
  name: string;
}

export interface Watch {
  /** About to leave for the partner. */
  sent(path: string, body: Record<string, unknown>): void;
  /** The last copy of it has been dealt with, or is gone for good. */
  over(path: string, body: Record<string, unknown>): void;
}

export interface Network extends ClosableHttp {
  /** The process has died: what it had sent goes on, but not for long. */
  cutOff(): void;
}

interface Traveller {
  arrivesAt: number;
  arrive: () => void;
  cancel: () => void;
}

/** The way to the partner as one process sees it. */
export function createNetwork(
  { time, dice, partner, trace, name }: NetworkParts,
  life: Life,
  fate: () => Fate,
  boundary: (at: Boundary) => void,
  watch: Watch,
): Network {
  let requests = 0;
  const travellers = new Set<Traveller>();

  function send(arrivesAt: number, arrive: () => void): void {
    const traveller: Traveller = { arrivesAt, arrive, cancel: () => {} };
    traveller.cancel = time.at(arrivesAt, () => {
      travellers.delete(traveller);
      arrive();
    });
    travellers.add(traveller);
  }

  async function request({ url, headers, body }: HttpRequest): Promise<Outcome> {
    life.mustLive();
    const { pathname } = new URL(url);
    const call: Call = {
      path: pathname,
      token: headers.authorization ?? '',
      body: body === undefined ? {} : JSON.parse(body),
    };
    const number = ++requests;
    const label = (): string => `${name} request ${number} ${pathname.split('/').at(-1)} ${shortened(call)}`;
    boundary('before the request');
    const plan = fate().request(pathname);
    trace(() => `${label()}: ${JSON.stringify(plan)}`);
    if (plan.there === 'unsent') return { kind: 'unsent', cause: 'ECONNREFUSED' };
    watch.sent(pathname, call.body);
    return new Promise(resolve => {
      const sentAt = time.now();
      let isSettled = false;
      const settle = (outcome: Outcome): void =>
        life.enter(() => {
          if (isSettled) return;
          isSettled = true;
          boundary('before the answer');
          trace(() => `${label()}: ${describe(outcome)}`);
          resolve(outcome);
        });
      const giveUp = time.at(sentAt + CALL_MS, () => settle({ kind: 'lost', cause: 'timeout' }));
      if (plan.breaksMs !== undefined) {
        time.at(sentAt + plan.breaksMs, () => {
          giveUp();
          settle({ kind: 'lost', cause: 'cut' });
        });
      }
      travel(
        call,
        plan,
        () => watch.over(pathname, call.body),
        outcome => {
          if (time.now() > sentAt + CALL_MS) return;
          giveUp();
          settle(outcome);
        },
      );
      boundary('with the request sent');
    });
  }

  function travel(call: Call, plan: RequestFate, over: () => void, back: (outcome: Outcome) => void): void {
    const arrivesAt = time.now() + plan.thereMs;
    if (plan.there === 'lost') {
      send(arrivesAt, over);
      if (plan.back === 'cut') time.at(arrivesAt, () => back({ kind: 'lost', cause: 'cut' }));
      return;
    }
    const arrive = (last: boolean): void => {
      const answer = (said: Answer): void => {
        if (!last) return;
        over();
        const outcome = onTheWayBack(plan, said);
        if (outcome) time.at(time.now() + plan.backMs, () => back(outcome));
      };
      if (plan.answeredBy) {
        answer(interfere(dice, plan.answeredBy));
        return;
      }
      const { takesMs, finish } = partner.receive(call);
      if (takesMs === 0) answer(finish());
      else time.at(time.now() + takesMs, () => answer(finish()));
    };
    const { againMs } = plan;
    send(arrivesAt, () => {
      arrive(againMs === undefined);
      if (againMs !== undefined) send(time.now() + againMs, () => arrive(true));
    });
  }

  return {
    request,
    close: async () => {},
    cutOff() {
      const last = time.now() + STRAGGLES_MS;
      for (const traveller of [...travellers]) {
        if (traveller.arrivesAt <= last) continue;
        traveller.cancel();
        travellers.delete(traveller);
        send(last, traveller.arrive);
      }
    },
  };
}

function interfere(dice: Dice, by: Interference): Answer {
  if (by.kind === 'code') return refusal(dice, by.code);
  const headers: Record<string, string> =
    by.retryAfter === undefined ? {} : { 'retry-after': String(by.retryAfter) };
  return { status: by.status, headers, body: '<html>gateway</html>' };
}

function onTheWayBack({ back }: RequestFate, { status, headers, body }: Answer): Outcome | undefined {
  const text = JSON.stringify(body);
  switch (back) {
    case 'whole':
      return answered(status, text, headers);
    case 'cut':
      return { kind: 'lost', cause: 'cut' };
    case 'never':
      return undefined;
    case 'truncated':
      return answered(status, text.slice(0, text.length >> 1), headers);
    case 'garbled':
      return answered(200, '<!doctype html><title>Just a moment</title>', headers);
    case 'too_large':
      return { kind: 'lost', cause: 'too_large' };
    case 'another':
      return answered(status, JSON.stringify(anothers(body)), headers);
    case 'unavailable':
      return answered(503, '{"error":{"code":"SERVICE_UNAVAILABLE"}}', headers);
  }
}

/** Mixed up on the way: a good answer, to another question. */
function anothers(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('orderId' in body)) return body;
  return { ...body, orderId: '1', offerId: 424_242, ...('key' in body ? { key: 'K-OF-ANOTHER' } : {}) };
}

const answered = (status: number, text: string, headers: Record<string, string>): HttpAnswer => ({
  kind: 'answer',
  status,
  headers,
  body: Buffer.from(text),
});

function shortened({ body }: Call): string {
  const { transactionId, offerId, price } = body;
  return [String(transactionId ?? '').slice(-6), offerId, price].filter(Boolean).join(' ');
}

function describe(outcome: Outcome): string {
  if (outcome.kind !== 'answer') return `${outcome.kind} ${outcome.cause}`;
  return `${outcome.status} ${Buffer.from(outcome.body).toString().slice(0, 300)}`;
}
