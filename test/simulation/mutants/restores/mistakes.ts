import type { Mistake } from '../mutate.ts';

/** A mistake in how data is backed up and restored, and where its test is: restores are no part of the simulated world. */
export interface RestoreMistake extends Mistake {
  test: string;
}

const backup = (name: string): string => `electron/backup/${name}.ts`;
const ORDERS = 'electron/orders/order-store.ts';

const ORDER_OF_WRITES = 'test/backup/order-of-writes.test.ts';
const RESTORED_ORDERS = 'test/orders/restored.test.ts';
const LOST_PAGES = 'test/experience/restore/lost-pages.test.ts';
const NOT_ALL_THERE = 'test/experience/restore/not-all-there.test.ts';

export const RESTORE_MISTAKES: readonly RestoreMistake[] = [
  {
    name: 'an order that money is owed for is not marked as put back',
    file: ORDERS,
    changes: [["'held') OR owed = 1\n", "'held')\n"]],
    test: RESTORED_ORDERS,
  },
  {
    name: 'an order that was bought anew is owed for after a restore',
    file: ORDERS,
    changes: [[' OR id IN (SELECT replaces FROM orders WHERE replaces IS NOT NULL));', ');']],
    test: RESTORED_ORDERS,
  },
  {
    name: 'money that was given back is owed again after a restore',
    file: ORDERS,
    changes: [['      id IN (SELECT order_id FROM refunds) OR id IN', '      id IN']],
    test: LOST_PAGES,
  },
  {
    name: 'a key that was lost is taken to be here after a restore',
    file: ORDERS,
    changes: [
      ['UPDATE orders SET has_key = 0 WHERE has_key = 1 AND id NOT IN (SELECT order_id FROM keys);', ''],
    ],
    test: LOST_PAGES,
  },
  {
    name: 'what waited for the printer comes out after a restore',
    file: backup('prepare-restore'),
    changes: [['    discardUnprinted(db, at);\n', '']],
    test: 'test/experience/restore/paper.test.ts',
  },
  {
    name: 'a history that parted from that of the backup leaves no gap',
    file: backup('prepare-restore'),
    changes: [['found.isWhole && isAuditWhole &&', 'found.isWhole &&']],
    test: NOT_ALL_THERE,
  },
  {
    name: 'data that fell back to an earlier state leaves no gap',
    file: backup('prepare-restore'),
    changes: [['lengthOfAudit(present) >= newestEntryOf(folder)', 'true']],
    test: NOT_ALL_THERE,
  },
  {
    name: 'restored data gets its name before it is on disk',
    file: backup('prepare-restore'),
    changes: [['  flushFile(preparing);\n', '']],
    test: ORDER_OF_WRITES,
  },
  {
    name: 'a backup gets its name before it is on disk',
    file: backup('write-backup'),
    changes: [['    flushFile(partial);\n', '']],
    test: ORDER_OF_WRITES,
  },
  {
    name: 'new data takes its place before the old is certain to have left it',
    file: backup('swap'),
    changes: [['  flushFolder(folder);\n', '']],
    test: ORDER_OF_WRITES,
  },
  {
    name: 'a folder is not made certain before what it is for is in it',
    file: backup('durable'),
    changes: [['  makeFolder(path);\n  flushFolder(dirname(path));\n', '  makeFolder(path);\n']],
    test: ORDER_OF_WRITES,
  },
  {
    name: 'the backup that is about to be restored is deleted when the way back is made',
    file: backup('backups'),
    changes: [['[name, ...spared]', '[name]']],
    test: 'test/backup/backups.test.ts',
  },
];
