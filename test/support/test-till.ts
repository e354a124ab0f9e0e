import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../electron/adapters/system-clock.ts';
import { systemRandom } from '../../electron/adapters/system-random.ts';
import { type Beside, createBeside } from '../../electron/backup/beside.ts';
import { type BackupTask, carryOut } from '../../electron/backup/task.ts';
import { createMemoryKeychain } from '../../electron/keychain/memory-keychain.ts';
import { createUndiciHttp } from '../../electron/partner/undici-http.ts';
import type { Clock, Keychain, UpdateSource } from '../../electron/ports.ts';
import { type Sandbox, startSandbox } from '../../electron/sandbox/sandbox.ts';
import { openStandingTill } from '../../electron/standing-till.ts';
import { storageError } from '../../electron/store/storage-problem.ts';
import type { Terminal } from '../../electron/terminal.ts';
import type { StaffMember } from '../../shared/contract/common.ts';
import type { Order } from '../../shared/contract/orders.ts';
import type { Input, Method, Output } from '../../shared/contract.ts';
import { type ErrorShape, TillError } from '../../shared/errors.ts';
import type { TillEvent } from '../../shared/events.ts';
import type { OfferId } from '../../shared/offer-id.ts';
import { fastClock } from './fast-clock.ts';

export const MANAGER_PIN = '2468';
export const TEST_OFFER = 999;
/** What runs in threads beside the till: Node takes it as it is written. */
export const BACKUP_PROGRAM = join(import.meta.dirname, '../../electron/backup/worker.ts');
/** The same work without a thread: one takes longer to start than the till of a test to do it. */
export const besideInline: Beside = {
  write: order => inline({ do: 'write', ...order }) as ReturnType<Beside['write']>,
  list: (folder, till) => inline({ do: 'list', folder, till }) as ReturnType<Beside['list']>,
  check: (path, leastEntry) => inline({ do: 'check', path, leastEntry }) as ReturnType<Beside['check']>,
  prepareRestore: order => inline({ do: 'restore', ...order }) as ReturnType<Beside['prepareRestore']>,
  stop: async () => {},
};

async function inline(task: BackupTask): Promise<unknown> {
  try {
    return await carryOut(task);
  } catch (error) {
    const { code, message, details } = storageError(error);
    throw new TillError(code, message, details);
  }
}

/** For a till that stands alone: nothing puts another one in its place. */
export const WITHOUT_RESTORE = {
  hasBeenUsed: () => true,
  updates: 'elsewhere',
  beside: createBeside(BACKUP_PROGRAM),
  restore: () => Promise.reject(new Error('nothing is restored here')),
} as const;

export interface TestTill {
  readonly terminal: Terminal;
  readonly sandbox: Sandbox;
  readonly folder: string;
  readonly keychain: Keychain;
  readonly manager: StaffMember;
  readonly events: TillEvent[];
  /** What the log was given. */
  readonly log: string[];
  /** Rejects with the TillError that the answer carries. */
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>;
  /** The error of a call that must be refused. */
  refusal<M extends Method>(method: M, input: Input<M>): Promise<ErrorShape>;
  /** Charges one piece in cash at today's price. */
  sell(
    offerId: OfferId,
    more?: Partial<Input<'sales.charge'>['lines'][number]>,
  ): Promise<Output<'sales.charge'>>;
  /** Waits until the order is what `wanted` says, and returns it. */
  until(orderId: string, wanted: (order: Order) => boolean): Promise<Order>;
  /**
   * The process ends and starts again on the same folder, with the same keychain unless another is given. `meanwhile`
   * happens to its files while it is not running.
   */
  restart(keychain?: Keychain, meanwhile?: () => void): Promise<void>;
  signIn(): Promise<void>;
  stop(): Promise<void>;
}

export interface TestTillOptions {
  sandbox?: Parameters<typeof startSandbox>[0];
  clock?: Clock;
  keychain?: Keychain;
  printer?: string;
  /** Which offers are imported. */
  offers?: string;
  timeZone?: string;
  settings?: Input<'settings.save'>;
  /** It is a kiosk, which a manager can end. */
  close?: () => void;
  beside?: Beside;
  /** Where newer programs come from. */
  updates?: UpdateSource;
  /** Stands between the till and the sandbox, whose address it is given, and gives its own. */
  between?: (sandboxUrl: string) => Promise<string>;
}

/** A whole till on real SQLite against the sandbox partner over real HTTP; its waits pass two hundred times as fast. */
export async function openTestTill(options: TestTillOptions = {}): Promise<TestTill> {
  const sandbox = await startSandbox(options.sandbox);
  const partnerUrl = (await options.between?.(sandbox.url)) ?? sandbox.url;
  const folder = mkdtempSync(join(tmpdir(), 'keytill-test-'));
  const clock = options.clock ?? fastClock(200);
  let keychain = options.keychain ?? createMemoryKeychain();
  const events: TillEvent[] = [];
  const log: string[] = [];
  let manager: StaffMember = { id: '', name: '', role: 'manager' };

  const open = async (): Promise<Terminal> => {
    const note = (details: object, message: string) => void log.push(`${message} ${JSON.stringify(details)}`);
    const opened = await openStandingTill({
      folder,
      partner: partnerUrl,
      aggregator: partnerUrl,
      keychain,
      ...(options.printer === undefined ? {} : { printer: options.printer }),
      isDemo: false,
      ...(options.close ? { close: options.close } : {}),
      updates: options.updates ?? 'elsewhere',
      clock,
      random: systemRandom,
      beside: options.beside ?? besideInline,
      http: () => createUndiciHttp({ clock: systemClock, limits: { callMs: 2_000, perSecond: 10_000 } }),
      log: { warn: note, error: note },
    });
    opened.on(event => events.push(event));
    opened.start();
    return opened;
  };
  let terminal = await open();

  const call: TestTill['call'] = async (method, input) => {
    const answer = await terminal.call(method, input);
    if (!answer.ok) throw new TillError(answer.error.code, answer.error.message, answer.error.details);
    return answer.value as Output<typeof method>;
  };
  const signIn = async (): Promise<void> => {
    await call('session.signIn', { staffId: manager.id, pin: MANAGER_PIN });
  };

  ({ staff: manager } = await call('setup.complete', {
    language: 'en',
    shop: {
      name: 'Player One',
      currency: 'KZT',
      timeZone: options.timeZone ?? 'Asia/Almaty',
      dayStartsAt: '04:00',
    },
    token: sandbox.token,
    manager: { name: 'Mira', pin: MANAGER_PIN },
    rates: { USD: '470.00', RUB: '5.10', KZT: '1', EUR: '510', TRY: '14' },
    markupPercent: '8',
    roundTo: '5',
  }));
  await signIn();
  if (options.settings) await call('settings.save', options.settings);
  await call('catalogue.import', { offerIds: options.offers ?? '999, 1001, telegram_stars_100' });

  return {
    get terminal() {
      return terminal;
    },
    sandbox,
    folder,
    get keychain() {
      return keychain;
    },
    manager,
    events,
    log,
    call,
    signIn,
    async refusal(method, input) {
      const answer = await terminal.call(method, input);
      if (answer.ok) throw new Error(`${method} was not refused: ${JSON.stringify(answer.value)}`);
      return answer.error;
    },
    async sell(offerId, more = {}) {
      const { offer } = await call('catalogue.get', { offerId });
      return call('sales.charge', {
        attemptId: crypto.randomUUID(),
        lines: [{ offerId, quantity: 1, price: offer.price ?? '0', ...more }],
        payment: { method: 'cash' },
      });
    },
    async until(orderId, wanted) {
      const deadline = Date.now() + 10_000;
      for (;;) {
        const { order } = await call('orders.get', { orderId });
        if (wanted(order)) return order;
        if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(order)}`);
        await new Promise(resolve => setTimeout(resolve, 5));
      }
    },
    async restart(other, meanwhile = () => {}) {
      await terminal.stop();
      meanwhile();
      keychain = other ?? keychain;
      terminal = await open();
    },
    async stop() {
      await terminal.stop();
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const isCompleted = (order: Order): boolean => order.state === 'completed';
