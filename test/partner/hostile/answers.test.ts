import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import { createPartner } from '../../../electron/partner/create-partner.ts';
import type { Partner } from '../../../electron/partner/partner.ts';
import { type ClosableHttp, createUndiciHttp } from '../../../electron/partner/undici-http.ts';
import { isDecimal } from '../../../shared/money.ts';
import { SHOP_TOKEN } from '../../support/partner-client.ts';
import { type RawServer, startRawServer } from '../../support/raw-server.ts';
import { calls } from '../documented-calls.ts';
import { bytesOf, delivery, mutated, mutations } from './hostile-answers.ts';

const RUNS = 1_200;

let server: RawServer;
let http: ClosableHttp;
let partner: Partner;
let answer: Buffer[] = [];
beforeAll(async () => {
  server = await startRawServer(({ socket }) => {
    socket.setNoDelay(true);
    for (const piece of answer) socket.write(piece);
  });
  http = createUndiciHttp({ clock: systemClock, limits: { callMs: 2_000, perSecond: 1_000_000 } });
  partner = createPartner({
    http,
    hosts: { partner: server.url, aggregator: server.url },
    tokens: { shop: () => SHOP_TOKEN, management: () => undefined },
  });
});
afterAll(async () => {
  await http.close();
  await server.close();
});

/** Every text and number in it, with the name of its field. */
function leaves(value: unknown, name = ''): { name: string; leaf: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ name, leaf: value }];
  return Object.entries(value).flatMap(([inner, item]) => leaves(item, inner));
}

const AMOUNTS = ['price', 'balance', 'reserved', 'amount', 'balanceAfter'];
/** Exactly as it came, however odd. */
const VERBATIM = ['key'];

test('whatever is wrong with a documented answer, and however it comes, the call ends, and what it gives is fit to show and to count with', async () => {
  const documented = fc.constantFrom(...Object.values(calls));
  await fc.assert(
    fc.asyncProperty(documented, mutations, delivery, async (call, changes, how) => {
      answer = bytesOf(mutated(call.answer, changes), how);
      const result = (await call.ask(partner)) as { kind: string };
      expect(['ok', 'refused', 'rate_limited', 'no_such_call', 'lost']).toContain(result.kind);
      expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
      expect(JSON.stringify(result).toLowerCase()).not.toContain(SHOP_TOKEN);
      for (const { name, leaf } of leaves(result)) {
        if (AMOUNTS.includes(name)) expect(isDecimal(leaf)).toBe(true);
        if (typeof leaf === 'number') expect(Number.isFinite(leaf)).toBe(true);
        if (typeof leaf !== 'string' || VERBATIM.includes(name)) continue;
        expect(leaf).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
        expect(leaf.length).toBeLessThanOrEqual(500);
      }
    }),
    { numRuns: RUNS },
  );
  expect(({} as Record<string, unknown>)['0']).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
}, 30_000);
