import type { Bridge, BridgeEvent } from '../../renderer/bridge.ts';
import type { Answer, Input, Method } from '../../shared/contract.ts';
import type { ErrorCode, ErrorDetails } from '../../shared/errors.ts';

type Reply<M extends Method> = (input: Input<M>) => Answer<M> | Promise<Answer<M>>;
type Replies = { [M in Method]?: Reply<M> };

/**
 * A till for component tests: it answers what the test tells it to, remembers what it was asked, and says what the
 * test makes it say. A method without an answer fails the test that calls it, by name.
 */
export class FakeTill implements Bridge {
  readonly asked: { method: Method; input: unknown }[] = [];
  /** Every till holds the sale on the screen: only tests of that look at it. */
  readonly #replies: Replies = { 'sales.keep': () => ok({}), 'sales.kept': () => ok({}) };
  readonly #listeners = new Set<(event: BridgeEvent) => void>();

  /** From now on `method` is answered like this. */
  answer<M extends Method>(method: M, reply: Reply<M>): this {
    (this.#replies as Record<Method, unknown>)[method] = reply;
    return this;
  }

  emit(event: BridgeEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** The inputs of every call of one method, in order. */
  inputsOf<M extends Method>(method: M): Input<M>[] {
    return this.asked.filter(call => call.method === method).map(call => call.input as Input<M>);
  }

  async call<M extends Method>(method: M, input: Input<M>): Promise<Answer<M>> {
    this.asked.push({ method, input });
    const reply = this.#replies[method] as Reply<M> | undefined;
    if (!reply) throw new Error(`The fake till was asked "${method}" and told no answer.`);
    return reply(input);
  }

  on(listener: (event: BridgeEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

export function ok<V>(value: V): { ok: true; value: V } {
  return { ok: true, value };
}

export function refused(code: ErrorCode, details?: ErrorDetails): Extract<Answer<Method>, { ok: false }> {
  return { ok: false, error: details ? { code, message: code, details } : { code, message: code } };
}
