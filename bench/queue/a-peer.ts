import { Worker } from 'node:worker_threads';
import { systemClock } from '../../electron/adapters/system-clock.ts';
import { createPartner } from '../../electron/partner/create-partner.ts';
import type { OrderRequest, Partner } from '../../electron/partner/partner.ts';
import { createUndiciHttp } from '../../electron/partner/undici-http.ts';

/** Requests under way at the same time, of every peer: what the order queue does. */
export const AT_ONCE = 6;

/** What is queued and worked off, by whatever means. */
export interface Peer {
  /** Puts one order in line, durably: returns when it is on disk. */
  enqueue(): void;
  /** Works off all that waits: the request to the partner and a durable record before and after it. */
  workOff(): Promise<void>;
  close(): Promise<void>;
}

/** Everything of an order that the request, the screen and the receipt need. */
export const ORDER = {
  saleId: 'sale',
  saleNumber: 1001,
  day: '2026-03-29',
  line: 1,
  offerId: 999,
  productName: 'Steam US',
  offerName: 'TEST OFFER GROUP',
  delivery: 'key',
  playerId: null,
  serverId: null,
  nickname: null,
  email: null,
  price: '110.00',
  currency: 'KZT',
  cost: '100',
  costCurrency: 'KZT',
} as const;

export const requestFor = (transactionId: string): OrderRequest => ({
  offerId: ORDER.offerId,
  price: ORDER.cost,
  transactionId,
});

export async function startLoopbackPartner(): Promise<{ url: string; stop(): Promise<number> }> {
  const worker = new Worker(new URL('./loopback-partner.ts', import.meta.url));
  const { port } = await new Promise<{ port: number }>((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
  });
  return { url: `http://127.0.0.1:${port}`, stop: () => worker.terminate() };
}

/** The till's own client, its pace set aside: it would be the pace of every peer. */
export function aClient(url: string): Partner {
  return createPartner({
    http: createUndiciHttp({ clock: systemClock, limits: { atOnce: AT_ONCE, perSecond: 1_000_000 } }),
    hosts: { partner: url, aggregator: url },
    tokens: { shop: () => 'abcdef1234567890abcdef1234567890', management: () => undefined },
  });
}
