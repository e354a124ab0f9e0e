import type { Input, Method } from '../shared/contract.ts';
import type { Bridge } from './bridge.ts';

type AheadCall = { [M in Method]: readonly [M, Input<M>] }[Method];

const keyOf = (method: Method, input: unknown): string => `${method} ${JSON.stringify(input)}`;

/**
 * The same bridge, with these calls under way already. Each answer serves the first who asks for it; one that is not
 * `ok` serves nobody, because by then it may be another.
 */
export function askAhead(bridge: Bridge, calls: readonly AheadCall[]): Bridge {
  const ahead = new Map(calls.map(([method, input]) => [keyOf(method, input), bridge.call(method, input)]));
  return {
    on: listener => bridge.on(listener),
    async call(method, input) {
      const key = keyOf(method, input);
      const asked = ahead.get(key);
      ahead.delete(key);
      const answer = await asked;
      return answer?.ok
        ? (answer as Awaited<ReturnType<typeof bridge.call<typeof method>>>)
        : bridge.call(method, input);
    },
  };
}
