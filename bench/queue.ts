import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, ms, note, percentile, print } from './measure.ts';
import { aClient, type Peer, startLoopbackPartner } from './queue/a-peer.ts';
import { openJobQueue } from './queue/job-queue.ts';
import { openOrderQueue } from './queue/order-queue.ts';
import { openTwoCommits } from './queue/two-commits.ts';
import { benchWaiting } from './queue/waiting.ts';

const TURNS = 40;
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
 * What is compared is what a turn takes as a whole, with what is only done now and then, each turn with the same turn of
 * the other.
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
    for (const [name, { enqueues, placed, done }] of Object.entries(figures)) {
      note(
        'queue',
        `${name}: enqueue p50 ${ms(median(enqueues))}, p95 ${ms(percentile(enqueues, 0.95))}, ` +
          `${median(placed).toFixed(0)} orders/s; whole cycle ${median(done).toFixed(0)} orders/s`,
      );
    }
    const { keytill, plainjob } = figures;
    const enqueue = print({
      bench: 'queue',
      what: 'enqueue rate / plainjob’s',
      ratio: turnByTurn(keytill.placed, plainjob.placed),
      least: 0.9,
    });
    const cycle = print({
      bench: 'queue',
      what: 'whole order cycles / plainjob’s jobs with the same request',
      ratio: turnByTurn(keytill.done, plainjob.done),
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
  /** Orders a second, of each turn: put in line, and worked off. */
  placed: number[];
  done: number[];
}

async function measure<Name extends string>(peers: Record<Name, Peer>): Promise<Record<Name, Figures>> {
  const names = Object.keys(peers) as Name[];
  const orders = permutations(names);
  const figures = Object.fromEntries(
    names.map(name => [name, { enqueues: [], placed: [], done: [] }]),
  ) as unknown as Record<Name, Figures>;
  for (let turn = 0; turn < WARM_UP + TURNS; turn++) {
    const took = Object.fromEntries(names.map(name => [name, [] as number[]])) as Record<Name, number[]>;
    for (let order = 0; order < ORDERS_A_TURN; order++) {
      for (const name of orders[order % orders.length] ?? []) {
        const from = performance.now();
        peers[name].enqueue();
        took[name].push(performance.now() - from);
      }
    }
    for (const name of turn < WARM_UP ? [] : names) {
      figures[name].enqueues.push(...took[name]);
      figures[name].placed.push((ORDERS_A_TURN * 1_000) / took[name].reduce((sum, each) => sum + each));
    }
    for (const name of orders[turn % orders.length] ?? []) {
      const from = performance.now();
      await peers[name].workOff();
      if (turn >= WARM_UP) figures[name].done.push((ORDERS_A_TURN * 1_000) / (performance.now() - from));
    }
  }
  return figures;
}

function turnByTurn(ours: readonly number[], theirs: readonly number[]): number {
  return median(ours.map((rate, turn) => rate / (theirs[turn] ?? Number.NaN)));
}

/** Each comes after each of the others as often. */
function permutations<T>(all: readonly T[]): T[][] {
  if (all.length === 0) return [[]];
  return all.flatMap(first =>
    permutations(all.filter(other => other !== first)).map(rest => [first, ...rest]),
  );
}
