import Database from 'better-sqlite3';
import type { Db } from '../../../electron/store/open.ts';
import type { Life } from './process.ts';

/** What stands around every commit. Either may throw: `Dead`, or what SQLite throws when the disk fails. */
export interface CommitHooks {
  before(): void;
  after(): void;
}

/** What a transaction wrote that reached its end, and was refused because the wait for the disk failed. */
const isUnflushed = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code === 'SQLITE_IOERR_FSYNC';

/**
 * A real SQLite database whose whole life is one outer transaction: a run is undone by rolling it back, and the till's
 * own transactions are savepoints in it. What was committed survives every death of the process; what was not, none, but
 * for one commit whose fsync failed: the process that made it does not see it, and the next one finds it in the log unless
 * a later commit has taken its place.
 */
export interface Disk {
  /** The database as one process sees it. */
  mount(life: Life, hooks: CommitHooks): Db;
  /** The database as the tester sees it: what is committed. */
  readonly db: Db;
  /** Whether a transaction is under way. */
  isInTransaction(): boolean;
  /** Back to how it was when it was opened. */
  reset(): void;
}

export function createDisk(db: Db): Disk {
  const statements = new Map<string, Database.Statement>();
  const prepared = (text: string): Database.Statement => {
    const statement = statements.get(text) ?? db.prepare(text);
    statements.set(text, statement);
    return statement;
  };
  const begin = db.prepare('BEGIN');
  const rollback = db.prepare('ROLLBACK');
  const open = db.prepare('SAVEPOINT till');
  const keep = db.prepare('RELEASE till');
  const undo = db.prepare('ROLLBACK TO till');
  begin.run();
  let depth = 0;
  /** What the transaction under way has written, and what an unflushed one has left in the log. */
  let written: (() => void)[] = [];
  let left: (() => void)[] = [];

  function commit<T>(life: Life, hooks: CommitHooks, work: () => T): T {
    life.mustLive();
    open.run();
    depth++;
    const before = written.length;
    let result: T;
    try {
      result = work();
      if (depth === 1) hooks.before();
    } catch (error) {
      if (isUnflushed(error)) left = [...written];
      written.length = before;
      undo.run();
      throw error;
    } finally {
      depth--;
      keep.run();
    }
    if (depth === 0) {
      [written, left] = [[], []];
      hooks.after();
    }
    return result;
  }

  function mountStatement(statement: Database.Statement, life: Life, hooks: CommitHooks) {
    function write(parameters: unknown[]) {
      life.mustLive();
      const result = statement.run(...parameters);
      written.push(() => statement.run(...parameters));
      return result;
    }
    const mounted = {
      run: (...parameters: unknown[]) =>
        depth > 0 ? write(parameters) : commit(life, hooks, () => write(parameters)),
      get: living(life, statement.get.bind(statement)),
      all: living(life, statement.all.bind(statement)),
      iterate: living(life, statement.iterate.bind(statement)),
      pluck() {
        statement.pluck();
        return mounted;
      },
      source: statement.source,
    };
    return mounted;
  }

  function mount(life: Life, hooks: CommitHooks): Db {
    for (const write of left) write();
    left = [];
    const mounted = new Map<string, ReturnType<typeof mountStatement>>();
    const database = {
      get open() {
        return !life.isOver;
      },
      get inTransaction() {
        return depth > 0;
      },
      prepare(text: string) {
        life.mustLive();
        const statement = mounted.get(text) ?? mountStatement(prepared(text), life, hooks);
        mounted.set(text, statement);
        return statement;
      },
      transaction(work: (...given: unknown[]) => unknown) {
        const run = (...given: unknown[]) => commit(life, hooks, () => work(...given));
        return Object.assign(run, { immediate: run });
      },
      pragma(text: string): unknown {
        life.mustLive();
        if (text.startsWith('busy_timeout')) return undefined;
        const asked = prepared(`PRAGMA ${text}`);
        return text.includes('=') ? commit(life, hooks, () => asked.run()) : asked.pluck().get();
      },
      close() {},
    };
    // All that the till uses of a database, and nothing else: what is missing here fails the run.
    return database as unknown as Db;
  }

  return {
    mount,
    db,
    isInTransaction: () => depth > 0,
    reset() {
      depth = 0;
      [written, left] = [[], []];
      rollback.run();
      begin.run();
    },
  };
}

const living =
  <P extends unknown[], R>(life: Life, work: (...parameters: P) => R) =>
  (...parameters: P): R => {
    life.mustLive();
    return work(...parameters);
  };
