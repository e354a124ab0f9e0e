import Database from 'better-sqlite3';
import { better, defineQueue, defineWorker } from 'plainjob';
import type { Partner } from '../../electron/partner/partner.ts';
import { AT_ONCE, ORDER, type Peer, requestFor } from './a-peer.ts';

const SILENT = { error: console.error, warn() {}, info() {}, debug() {} };

/** plainjob sets synchronous=NORMAL when it opens: put back to FULL, and read back. */
export function openJobQueue(file: string, partner: Partner): Peer {
  const db = new Database(file);
  const queue = defineQueue({ connection: better(db), logger: SILENT });
  db.pragma('synchronous = FULL');
  const set = [db.pragma('journal_mode', { simple: true }), db.pragma('synchronous', { simple: true })];
  if (set.join() !== 'wal,2') throw new Error(`plainjob runs at ${set.join()}, not at WAL and FULL`);
  let placed = 0;
  let waiting = 0;
  return {
    enqueue() {
      queue.add('order', { ...ORDER, position: ++placed, createdAt: Date.now() });
      waiting++;
    },
    async workOff() {
      let allDone = (): void => {};
      const done = new Promise<void>(resolve => {
        allDone = resolve;
      });
      const workers = Array.from({ length: AT_ONCE }, () =>
        defineWorker(
          'order',
          async ({ id }) => {
            const result = await partner.createOrder(requestFor(`job-${id}`));
            if (result.kind !== 'ok') throw new Error(`the partner answered ${result.kind}`);
          },
          {
            queue,
            logger: SILENT,
            onCompleted: () => {
              if (--waiting === 0) allDone();
            },
          },
        ),
      );
      const running = workers.map(worker => worker.start());
      await done;
      for (const worker of workers) await worker.stop();
      await Promise.all(running);
    },
    async close() {
      if (queue.countJobs({ status: 2 }) !== queue.countJobs()) throw new Error('plainjob left jobs undone');
      queue.close();
    },
  };
}
