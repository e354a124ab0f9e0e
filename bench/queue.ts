import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, ms, note, percentile, print } from './measure.ts';
import { aClient, type Peer, startLoopbackPartner } from './queue/a-peer.ts';
import { openJobQueue } from './queue/job-queue.ts';
import { openOrderQueue } from './queue/order-queue.ts';
import { openTwoCommits } from './queue/two-commits.ts';
import { benchWaiting } from './queue/waiting.ts';

const TURNS = 20;
const ORDERS_A_TURN = 60;
const WARM_UP = 2;

/**
 * The order queue beside plainjob, a job queue on the same SQLite, and a bare loop of two commits; all at WAL and
 * synchronous=FULL, in turns on the same disk, so that its moods meet all.
 *
 * Enqueue is one order on disk, in a transaction of its own: here `orders.insert`, there `queue.add` with the same facts
 * as JSON. The sale, its payment and its audit, which share that transaction at the counter, are not the queue's. The
 * cycle is: `sending` on disk, create-order to a partner without latency, the result with its sealed key on disk;
 * plainjob's worker makes the same request with the same client, as many at once, and records only that it is done.
 */
export async function benchQueue(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'keytill-bench-'));
  const { url, stop } = await startLoopbackPartner();
  const partner = aClient(url);
  const peers = {
    keytill: openOrderQueue(join(folder, 'keytill.db'), partner),
    plainjob: openJobQueue(join(folder, 'plainjob.db'), partner),
    'two commits': openTwoCommits(join(folder, 'bare.db'), partner),
  };
  try {
    const figures = await measure(peers);
    for (const [name, { enqueues, rates }] of Object.entries(figures)) {
      note(
        'queue',
        `${name}: enqueue p50 ${ms(median(enqueues))}, p95 ${ms(percentile(enqueues, 0.95))}; ` +
          `whole cycle ${median(rates).toFixed(0)} orders/s`,
      );
    }
    const { keytill, plainjob } = figures;
    const enqueue = print({
      bench: 'queue',
      what: 'enqueue rate / plainjob’s',
      ratio: median(plainjob.enqueues) / median(keytill.enqueues),
      least: 0.9,
    });
    const cycle = print({
      bench: 'queue',
      what: 'whole order cycles / plainjob’s jobs with the same request',
      ratio: median(keytill.rates) / median(plainjob.rates),
      least: 1,
    });
    const flat = benchWaiting(folder);
    return enqueue && cycle && flat;
  } finally {
    for (const peer of Object.values(peers)) await peer.close();
    await partner.close();
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Figures {
  /** Milliseconds for each. */
  enqueues: number[];
  /** Orders a second, of each turn. */
  rates: number[];
}

async function measure<Name extends string>(peers: Record<Name, Peer>): Promise<Record<Name, Figures>> {
  const names = Object.keys(peers) as Name[];
  const figures = Object.fromEntries(
    names.map(name => [name, { enqueues: [], rates: [] }]),
  ) as unknown as Record<Name, Figures>;
  for (let turn = 0; turn < WARM_UP + TURNS; turn++) {
    const isCounted = turn >= WARM_UP;
    for (let order = 0; order < ORDERS_A_TURN; order++) {
      for (const name of inTurn(names, order)) {
        const from = performance.now();
        peers[name].enqueue();
        if (isCounted) figures[name].enqueues.push(performance.now() - from);
      }
    }
    for (const name of inTurn(names, turn)) {
      const from = performance.now();
      await peers[name].workOff();
      if (isCounted) figures[name].rates.push((ORDERS_A_TURN * 1_000) / (performance.now() - from));
    }
  }
  return figures;
}

/** Each begins as often as the others. */
function inTurn<T>(names: readonly T[], turn: number): T[] {
  const first = turn % names.length;
  return [...names.slice(first), ...names.slice(0, first)];
}
