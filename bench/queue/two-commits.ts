import type { Partner } from '../../electron/partner/partner.ts';
import { openStore } from '../../electron/store/open.ts';
import { AT_ONCE, ORDER, type Peer, requestFor } from './a-peer.ts';

/** The least that could do it: one row each, a commit before the request and one after it. */
export function openTwoCommits(file: string, partner: Partner): Peer {
  const db = openStore(file);
  db.exec(
    'CREATE TABLE bare (id INTEGER PRIMARY KEY, payload TEXT NOT NULL, state TEXT NOT NULL, key TEXT) STRICT',
  );
  const insert = db.prepare(`INSERT INTO bare (payload, state) VALUES (?, 'queued')`);
  const send = db.prepare(`UPDATE bare SET state = 'sending' WHERE id = ?`);
  const complete = db.prepare(`UPDATE bare SET state = 'completed', key = ? WHERE id = ?`);
  const waiting: (number | bigint)[] = [];

  async function loop(): Promise<void> {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      send.run(id);
      const result = await partner.createOrder(requestFor(`bare-${id}`));
      if (result.kind !== 'ok') throw new Error(`the partner answered ${result.kind}`);
      complete.run(result.value.key, id);
    }
  }

  return {
    enqueue() {
      waiting.push(insert.run(JSON.stringify(ORDER)).lastInsertRowid);
    },
    async workOff() {
      await Promise.all(Array.from({ length: AT_ONCE }, loop));
    },
    async close() {
      db.close();
    },
  };
}
