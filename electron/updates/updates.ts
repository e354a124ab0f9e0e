import type { StaffMember } from '../../shared/contract/common.ts';
import type { UpdateStatus, UpdatesOff } from '../../shared/contract/updates.ts';
import { type ErrorShape, TillError } from '../../shared/errors.ts';
import { type Clock, type FoundUpdate, UpdateFailure, type UpdateSource } from '../ports.ts';
import { readNewestRelease, writeNewestRelease } from '../settings/newest-release.ts';
import { readAgreement, writeAgreement } from '../settings/update-agreement.ts';
import type { Db } from '../store/open.ts';
import { storageError, storageProblem } from '../store/storage-problem.ts';
import { type Circumstances, hasFailed, isAgreed, mayFetch, obstacleTo } from './update-rules.ts';
import { isOlder } from './version-order.ts';

export interface UpdateParts {
  db: Db;
  clock: Clock;
  version: string;
  /** Where newer programs come from, or why none do. */
  source: UpdateSource | UpdatesOff;
  circumstances(): Circumstances;
  /** Makes the way back. */
  backUp(): Promise<unknown>;
  audit(action: string, subject: null, details: object, staffId: string | null): void;
  changed(status: UpdateStatus): void;
  failed(error: unknown): void;
}

/** The start is for selling; what was agreed to is done before anybody has begun. */
const FIRST_LOOK_MS = 2 * 60_000;
const AGREED_LOOK_MS = 1_000;
const LOOK_MS = 6 * 60 * 60_000;
const AFTER_FAILURE_MS = 30 * 60_000;
const AGAIN_MS = 30_000;

/** Finds, fetches and installs newer programs, each only when it is in nobody's way. What fails here harms nothing else. */
export function createUpdates(parts: UpdateParts) {
  const { db, clock, version, circumstances } = parts;
  const source = typeof parts.source === 'string' ? undefined : parts.source;
  let step: UpdateStatus['step'] = 'idle';
  let lookedAt: number | undefined;
  let found: FoundUpdate | undefined;
  let error: ErrorShape | undefined;
  const timers = { look: () => {}, again: () => {} };
  let isRunning = false;

  function status(): UpdateStatus {
    const agreement = readAgreement(db);
    const agreed = found && agreement && isAgreed(agreement, found.version) ? agreement : undefined;
    const failed = found && !agreed && hasFailed(agreement, found.version) ? NOT_INSTALLED : undefined;
    const problem = error ?? failed;
    return {
      version,
      off: typeof parts.source === 'string' ? parts.source : null,
      step,
      lookedAt: lookedAt === undefined ? null : new Date(lookedAt).toISOString(),
      found: found ?? null,
      agreed: agreed ? { staffName: agreed.staffName, at: new Date(agreed.at).toISOString() } : null,
      asksAdministrator: source?.asksAdministrator ?? false,
      waitsFor: (agreed && step === 'ready' && obstacleTo(circumstances())) || null,
      ...(problem ? { error: problem } : {}),
    };
  }

  const become = (next: UpdateStatus['step']): void => {
    step = next;
    parts.changed(status());
  };

  function later(timer: keyof typeof timers, ms: number, work: () => Promise<unknown>): void {
    timers[timer]();
    if (isRunning) timers[timer] = clock.after(ms, () => void work().catch(parts.failed));
  }

  async function look(): Promise<void> {
    if (!mayFetch(circumstances())) return later('look', AGAIN_MS, look);
    later('look', LOOK_MS, look);
    if (await find()) await fetch();
    if (error) later('look', AFTER_FAILURE_MS, look);
  }

  /** Whether there is something to fetch. */
  async function find(): Promise<boolean> {
    if (!source || step === 'looking' || step === 'fetching' || step === 'installing') return false;
    const before = step;
    become('looking');
    try {
      found = newest(await source.find());
      lookedAt = clock.now();
      error = undefined;
      become('idle');
      return found !== undefined;
    } catch (cause) {
      fail(cause, before);
      return false;
    }
  }

  /** What was signed stays signed: a server that sends an older release again would have the till miss what was mended since. */
  function newest(release: FoundUpdate | undefined): FoundUpdate | undefined {
    if (!release) return undefined;
    const seen = readNewestRelease(db);
    if (seen === release.version) return release;
    if (seen !== undefined && isOlder(release.version, seen))
      throw new UpdateFailure('unreachable', `The update server had ${seen}, and now ${release.version}.`);
    writeNewestRelease(db, release.version);
    return release;
  }

  async function fetch(): Promise<void> {
    if (!source || step !== 'idle') return;
    if (!mayFetch(circumstances())) return later('again', AGAIN_MS, fetch);
    become('fetching');
    try {
      await source.fetch();
      become('ready');
    } catch (cause) {
      return fail(cause, 'idle');
    }
    await install();
  }

  /** Does nothing unless it was agreed to and nothing is in the way, before the backup and after it. */
  async function install(): Promise<void> {
    const agreement = readAgreement(db);
    if (!source || !found || !agreement || !isAgreed(agreement, found.version)) return;
    const isInTheWay = () => !isRunning || obstacleTo(circumstances()) !== undefined;
    if (isInTheWay()) return circumstances().hasBeenUsed ? undefined : later('again', AGAIN_MS, install);
    become('installing');
    try {
      await parts.backUp();
      if (isInTheWay()) return become('ready');
      const details = { from: version, to: found.version };
      db.transaction(() => {
        writeAgreement(db, { ...agreement, triedAt: clock.now() });
        parts.audit('update.installing', null, details, agreement.staffId);
      }).immediate();
      await source.install(() => !isInTheWay());
    } catch (cause) {
      fail(cause, 'ready');
    }
  }

  function fail(cause: unknown, back: UpdateStatus['step']): void {
    error = shapeOf(cause);
    parts.failed(cause);
    become(back);
  }

  source?.heed(failure => {
    // Otherwise the call that is under way rejects with it.
    if (isRunning && (step === 'idle' || step === 'ready')) fail(failure, step);
  });

  return {
    status,
    /** Resolves once the server has answered, or cannot; what is found is fetched meanwhile. */
    async look(): Promise<UpdateStatus> {
      if (await find()) void fetch().catch(parts.failed);
      return status();
    },
    agree(wanted: string, install: boolean, person: StaffMember): UpdateStatus {
      if (found?.version !== wanted) throw new TillError('not_found', `There is no release ${wanted}.`);
      const now = clock.now();
      db.transaction(() => {
        writeAgreement(
          db,
          install ? { version: wanted, staffId: person.id, staffName: person.name, at: now } : null,
        );
        const action = install ? 'update.agreed' : 'update.declined';
        parts.audit(action, null, { version: wanted }, person.id);
      }).immediate();
      if (install) error = undefined;
      parts.changed(status());
      return status();
    },
    start(): void {
      if (!source || isRunning) return;
      isRunning = true;
      const agreement = readAgreement(db);
      later('look', agreement && agreement.triedAt === undefined ? AGREED_LOOK_MS : FIRST_LOOK_MS, look);
    },
    stop(): void {
      isRunning = false;
      timers.look();
      timers.again();
    },
  };
}

const NOT_INSTALLED: ErrorShape = {
  code: 'update_failed',
  message: 'The release was installed, and this is still the old program.',
};

function shapeOf(cause: unknown): ErrorShape {
  if (cause instanceof TillError) return cause.toShape();
  if (cause instanceof UpdateFailure) return { code: `update_${cause.kind}`, message: cause.message };
  if (storageProblem(cause)) return storageError(cause);
  return { code: 'update_failed', message: 'The update could not be installed.' };
}
