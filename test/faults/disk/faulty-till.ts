import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Sandbox, startSandbox } from '../../../electron/sandbox/sandbox.ts';
import type { Order } from '../../../shared/contract/orders.ts';
import type { Storage } from '../../../shared/contract/terminal.ts';
import type { Input, Output } from '../../../shared/contract.ts';
import { TillError } from '../../../shared/errors.ts';
import type { TillProgram } from '../../support/served-till.ts';
import { connectProgram } from '../../support/served-till.ts';
import { type RunningTill, startTill } from '../kills/killable-till.ts';
import { compileShim, shimEnvironment } from '../shim.ts';

const PIN = '2468';
const LONGEST_WAIT_MS = 15_000;

/** What the disk does to calls of one kind on files whose path contains a part. `once`: to the first, and those that follow in the list only then. */
export type DiskFault = `${'write' | 'sync' | 'sync-once' | 'open'} ${'ENOSPC' | 'EIO' | 'EROFS'} ${string}`;

export interface FaultyTill {
  readonly sandbox: Sandbox;
  readonly folder: string;
  /** Where its receipts come out. */
  readonly paper: string;
  readonly program: TillProgram;
  /** From now on the disk behaves like this, and otherwise as it should. */
  disk(...faults: DiskFault[]): void;
  charge(attemptId?: string): Promise<Output<'sales.charge'>>;
  /** The code that a call is refused with. */
  refusal(call: Promise<unknown>): Promise<string>;
  storage(): Promise<Storage['state']>;
  until(isSo: () => Promise<boolean>, what: string): Promise<void>;
  untilOrder(orderId: string, state: Order['state']): Promise<void>;
  /** Every event that its screen has heard, as text. */
  heard(): string;
  kill(): Promise<void>;
  /** The attempts whose sales a till would find that were started now, on these files as they are. */
  foundByTheNext(): string[];
  /** After a kill, on the same folder. Its keychain is empty, so nobody sells. Rejects with what it says instead. */
  restart(): Promise<void>;
  signIn(): Promise<void>;
  /** After a restart: it gets new secrets, and its manager signs in. */
  recover(): Promise<void>;
  stop(): Promise<void>;
}

/** The built till, served to a program, on a disk that can be made to fail; set up, signed in and ready to sell. */
export async function openFaultyTill(): Promise<FaultyTill> {
  const home = mkdtempSync(join(tmpdir(), 'keytill-disk-'));
  const [folder, control, paper] = [join(home, 'till'), join(home, 'control'), join(home, 'receipts')];
  mkdirSync(folder);
  writeFileSync(control, '');
  const sandbox = await startSandbox();
  const environment = {
    ...process.env,
    ...shimEnvironment({ library: compileShim(home), folder: home, control }),
    TEST_TIMES_AS_FAST: '10',
    TEST_TIME_BEGAN: String(Date.now()),
    KEYTILL_KEYCHAIN: 'memory',
    KEYTILL_PRINTER: `file:${paper}`,
  };
  const start = (): RunningTill => startTill({ folder, partner: sandbox.url, environment });
  let till = start();
  const url = await till.ready;
  let program = await connectProgram(url);
  const events = await hear(url, program);
  const { attempt, managerId } = await setUp(program, sandbox.token);

  const signIn = async (): Promise<void> => {
    await program.call('session.signIn', { staffId: managerId, pin: PIN });
  };
  const until: FaultyTill['until'] = async (isSo, what) => {
    const deadline = performance.now() + LONGEST_WAIT_MS;
    while (!(await isSo())) {
      if (performance.now() > deadline) throw new Error(`still not ${what}`);
      await new Promise(wake => setTimeout(wake, 20));
    }
  };
  return {
    sandbox,
    folder,
    paper,
    get program() {
      return program;
    },
    disk: (...faults) => writeFileSync(control, faults.map(fault => `${fault}\n`).join('')),
    charge: attemptId => program.call('sales.charge', attempt(attemptId)),
    async refusal(call) {
      const error = await call.then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (!(error instanceof TillError)) throw new Error(`it was not refused: ${String(error)}`);
      return error.code;
    },
    storage: async () => (await program.call('terminal.status', {})).storage.state,
    until,
    untilOrder: (orderId, state) =>
      until(async () => (await program.call('orders.get', { orderId })).order.state === state, state),
    heard: events,
    foundByTheNext() {
      const copy = mkdtempSync(join(home, 'copy-'));
      for (const end of ['', '-wal'])
        copyFileSync(join(folder, `keytill.db${end}`), join(copy, `keytill.db${end}`));
      const db = new Database(join(copy, 'keytill.db'));
      const check = db.pragma('integrity_check', { simple: true });
      const found = db.prepare<[], string>('SELECT attempt_id FROM sales').pluck().all();
      db.close();
      if (check !== 'ok') throw new Error(`the file is damaged: ${String(check)}`);
      return found;
    },
    kill: () => till.kill(),
    async restart() {
      till = start();
      program = await connectProgram(await till.ready);
    },
    signIn,
    async recover() {
      await program.call('setup.recover', {
        token: sandbox.token,
        manager: { staffId: managerId, pin: PIN },
      });
      await signIn();
    },
    async stop() {
      await till.kill();
      await sandbox.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function setUp(program: TillProgram, token: string) {
  const { staff } = await program.call('setup.complete', {
    language: 'en',
    shop: { name: 'Player One', currency: 'KZT', timeZone: 'Asia/Almaty', dayStartsAt: '04:00' },
    token,
    manager: { name: 'Mira', pin: PIN },
    rates: { KZT: '1' },
    markupPercent: '8',
  });
  await program.call('session.signIn', { staffId: staff.id, pin: PIN });
  await program.call('catalogue.import', { offerIds: '999' });
  const { offer } = await program.call('catalogue.get', { offerId: 999 });
  const attempt = (attemptId: string = crypto.randomUUID()): Input<'sales.charge'> => ({
    attemptId,
    lines: [{ offerId: 999, quantity: 1, price: offer.price ?? '0' }],
    payment: { method: 'cash' },
  });
  return { attempt, managerId: staff.id };
}

async function hear(url: string, { cookie }: TillProgram): Promise<() => string> {
  let text = '';
  const response = await fetch(`${new URL(url).origin}/events`, { headers: { cookie } });
  const read = async (): Promise<void> => {
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk).toString();
  };
  // A till that is killed at the end of its test says nothing more.
  read().catch(() => {});
  return () => text;
}
