import Database from 'better-sqlite3';
import { createMemoryKeychain } from '../../../electron/keychain/memory-keychain.ts';
import { buildParts, type Parts } from '../../../electron/parts.ts';
import type { Clock, Keychain, Random, SecretName } from '../../../electron/ports.ts';
import type { Dice } from './dice.ts';
import type { Disk } from './disk.ts';
import type { Boundary, Fate } from './fate.ts';
import { createNetwork, type Network, type Watch } from './network.ts';
import type { PartnerModel } from './partner-model.ts';
import { beginLife, Dead, type Life } from './process.ts';
import type { Time } from './time.ts';
import type { Trace } from './trace.ts';
import { WITHOUT_BACKUPS } from './without-backups.ts';

export interface TillParts {
  name: string;
  time: Time;
  dice: Dice;
  disk: Disk;
  secrets: Partial<Record<SecretName, string>>;
  partner: PartnerModel;
  trace: Trace;
  fate: () => Fate;
  /** How long the process is gone when it has died by itself. */
  downFor: () => number;
  watch: Watch & {
    /** A new process: what it announces is heard from here on. */
    started(parts: Parts): void;
    /** What the till writes down as an error of its own. */
    trouble(words: string): void;
    /** Something a person would call a crash. */
    surprise(error: unknown): void;
  };
}

/** One till at a counter: a disk, a keychain, and a process that is there or not. */
export interface SimulatedTill {
  readonly name: string;
  readonly disk: Disk;
  /** A person sets it, at the machine while it is on. */
  setWall(by: number): void;
  /** Starts the process, now. */
  start(): void;
  /** SIGKILL. It starts again after `downMs`, or later where it was to be down for longer than that already. */
  kill(downMs: number): void;
  isUp(): boolean;
  /** When it is started again, or was. */
  upFrom(): number;
  /** A person does something with the running till; `undefined` where it is down or dies of it. */
  act<T>(deed: (parts: Parts) => T): T | undefined;
}

/** A Wednesday. */
const EPOCH = Date.parse('2026-03-25T09:00:00Z');

export function createTill(given: TillParts): SimulatedTill {
  const { name, time, dice, disk, partner, trace, fate, watch } = given;
  const keychain: Keychain = createMemoryKeychain(given.secrets);
  const random: Random = { bytes: dice.bytes, fraction: dice.fraction };
  let offset = EPOCH;
  let life: Life | undefined;
  let network: Network | undefined;
  let parts: Parts | undefined;
  let startsAt = 0;

  const wall = (): number => time.now() + offset;

  function clockOf(own: Life, bornAt: number): Clock {
    return {
      now: wall,
      monotonic: () => time.now() - bornAt,
      after: (ms, task) => time.at(time.now() + Math.ceil(ms), () => own.enter(task)),
    };
  }

  /** Where the process may die, and where the disk may fail. */
  function boundary(at: Boundary): void {
    if (fate().dies(at)) {
      trace(() => `${name} dies ${at}`);
      kill(given.downFor());
      throw new Dead();
    }
  }

  function commit(): void {
    boundary('before the commit');
    const failure = fate().diskFails();
    if (failure) {
      trace(() => `${name}: ${failure}`);
      throw new Database.SqliteError('the disk failed', failure);
    }
  }

  function start(): void {
    if ((life && !life.isOver) || time.now() < startsAt) return;
    trace(() => `${name} starts`);
    const own = beginLife(watch.surprise);
    const net = createNetwork({ time, dice, partner, trace, name }, own, fate, boundary, watch);
    life = own;
    network = net;
    own.enter(() => {
      const built = buildParts(
        {
          partner: 'http://127.0.0.1:1',
          aggregator: 'http://127.0.0.1:1',
          keychain,
          isDemo: false,
          hasBeenUsed: () => true,
          updates: 'elsewhere',
          ...WITHOUT_BACKUPS,
          clock: clockOf(own, time.now()),
          random,
          http: net,
          log: {
            warn: () => {},
            error: (details, message) => watch.trouble(`${message} ${JSON.stringify(details)}`),
          },
        },
        disk.mount(own, { before: commit, after: () => boundary('after the commit') }),
      );
      parts = built;
      watch.started(built);
      built.secrets
        .load()
        .then(() => own.enter(built.begin))
        .catch(watch.surprise);
    });
  }

  function kill(downMs: number): void {
    trace(() => `${name} is down for ${downMs} ms`);
    if (life && !life.isOver) {
      life.end();
      network?.cutOff();
      parts = undefined;
    }
    startsAt = Math.max(startsAt, time.now() + downMs);
    time.at(startsAt, start);
  }

  return {
    name,
    disk,
    setWall(by) {
      if (!parts) return;
      trace(() => `${name}: the clock is set by ${by} ms`);
      offset += by;
    },
    start,
    kill,
    isUp: () => parts !== undefined,
    upFrom: () => startsAt,
    act(deed) {
      const running = parts;
      if (!running || !life) return undefined;
      try {
        return deed(running);
      } catch (error) {
        if (error instanceof Dead) return undefined;
        throw error;
      }
    },
  };
}
