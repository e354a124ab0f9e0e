import fc from 'fast-check';
import { rawAnswer, startRawServer } from '../../support/raw-server.ts';
import { bytesOf, type Delivery, delivery, mutated, mutations } from './hostile-answers.ts';

/** Stands between a till and its partner: what arrives is passed on, but what comes back is not always what was said. */
export interface Meddler {
  url: string;
  /** From now on answers are not always the partner's own; before, and afterwards, they are. */
  storm(): void;
  becomeHonest(): void;
  /** The answers that were not. */
  readonly told: readonly string[];
  stop(): Promise<void>;
}

interface Trick {
  /** The request never reaches the partner, and is answered all the same. */
  swallow: boolean;
  mutations: Parameters<typeof mutated>[1];
  how: Delivery;
  /** Nothing wrong with this one. */
  honest: boolean;
  hangUp: boolean;
}

const trick: fc.Arbitrary<Trick> = fc.record({
  swallow: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
  mutations,
  how: delivery,
  honest: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true)),
  hangUp: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, fc.constant(true)),
});

/** The same tricks in the same order for the same seed. */
export async function startMeddler(partnerUrl: string, seed: number): Promise<Meddler> {
  const tricks = fc.sample(trick, { seed, numRuns: 600 });
  let isHonest = true;
  let next = 0;
  const told: string[] = [];

  async function ask(text: string): Promise<{ status: number; body: string }> {
    const [head = '', body = ''] = text.split('\r\n\r\n');
    const [method = '', path = ''] = head.split(' ');
    const authorization = /^authorization: (.*)$/im.exec(head)?.[1] ?? '';
    const answer = await fetch(partnerUrl + path, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(method === 'POST' ? { body: Buffer.from(body, 'latin1') } : {}),
    });
    return { status: answer.status, body: await answer.text() };
  }

  const server = await startRawServer(async ({ text, socket }) => {
    const plan = isHonest ? undefined : tricks[next++ % tricks.length];
    socket.setNoDelay(true);
    const isSwallowed = plan?.swallow === true && !plan.honest;
    const said = isSwallowed ? { status: 200, body: '{}' } : await ask(text).catch(() => undefined);
    if (!said) return void socket.destroy();
    if (!plan || plan.honest) return void socket.write(rawAnswer(said.status, said.body));
    const json = mutated(JSON.parse(said.body), plan.mutations);
    told.push(json);
    const status = plan.how.status === 200 ? said.status : plan.how.status;
    for (const piece of bytesOf(json, { ...plan.how, status })) socket.write(piece);
    if (plan.hangUp) socket.destroy();
  });

  return {
    url: server.url,
    storm() {
      isHonest = false;
    },
    becomeHonest() {
      isHonest = true;
    },
    told,
    stop: server.close,
  };
}
