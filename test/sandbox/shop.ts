import { afterEach } from 'vitest';
import type { SandboxOptions } from '../../electron/sandbox/options.ts';
import { type Sandbox, startSandbox } from '../../electron/sandbox/sandbox.ts';

/** A shop's view of one answer. */
interface Seen {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

export interface Shop {
  sandbox: Sandbox;
  post(path: string, body: unknown, authorization?: string): Promise<Seen>;
  get(path: string, authorization?: string): Promise<Seen>;
  create(transactionId: string, order?: Record<string, unknown>): Promise<Seen>;
  status(transactionId: string): Promise<Seen>;
  control(path: string, body?: unknown): Promise<Seen>;
}

const running: Sandbox[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map(sandbox => sandbox.stop()));
});

/** A sandbox with a shop in front of it that speaks plain fetch; stopped after the test. */
export async function openShop(options: SandboxOptions = {}): Promise<Shop> {
  const sandbox = await startSandbox(options);
  running.push(sandbox);

  const ask = async (url: string, init: RequestInit): Promise<Seen> => {
    const answer = await fetch(url, init);
    const body = (await answer.json()) as Record<string, unknown>;
    return { status: answer.status, headers: answer.headers, body };
  };
  const post = (path: string, body: unknown, authorization = sandbox.token): Promise<Seen> =>
    ask(`${sandbox.url}${path}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  return {
    sandbox,
    post,
    get: (path, authorization = sandbox.token) =>
      ask(`${sandbox.url}${path}`, { headers: { authorization } }),
    create: (transactionId, order = {}) =>
      post('/api/v1/offers/create-order', { offerId: 1001, price: 560.1, transactionId, ...order }),
    status: transactionId => post('/api/v1/offers/order-status', { transactionId }),
    control: (path, body = {}) =>
      ask(`${sandbox.controlUrl}/sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) }),
  };
}
