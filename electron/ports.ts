/**
 * What the outside gives. Every time, id, request, secret and printed byte of the till comes through one of these,
 * so that tests and simulations can stand in for the world and a failing seed replays.
 */
import type { PrintFailure } from '../shared/print-failure.ts';

export interface Clock {
  /** Wall time, milliseconds since the epoch: for records. May jump. */
  now(): number;
  /** Milliseconds that only go forward, of this process: for waiting and measuring. */
  monotonic(): number;
  /** Runs `task` once after `ms`; the returned function cancels it. */
  after(ms: number, task: () => void): () => void;
}

export interface Random {
  bytes(length: number): Uint8Array;
  /** Uniform in [0, 1): for jitter only. */
  fraction(): number;
}

/** Names of the secrets the till keeps outside its database. */
export type SecretName = 'partner-token' | 'management-token' | 'data-key' | 'pin-pepper';

export interface Keychain {
  readonly kind: 'os' | 'memory';
  /** Rejects with `KeychainUnavailable` when the operating system gives no keychain. */
  get(name: SecretName): Promise<string | undefined>;
  set(name: SecretName, secret: string): Promise<void>;
  remove(name: SecretName): Promise<void>;
}

export class KeychainUnavailable extends Error {
  override readonly name = 'KeychainUnavailable';
}

/** Lower goes first: orders before everything else. */
export type RequestPriority = 'order' | 'person' | 'background';

export interface HttpRequest {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: string;
  priority: RequestPriority;
}

export interface HttpAnswer {
  kind: 'answer';
  status: number;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: Uint8Array;
}

/** The request provably never left this machine: nothing can have happened at the other end. */
export interface HttpUnsent {
  kind: 'unsent';
  cause: string;
}

/** Anything may have happened at the other end: no answer, cut, too late or too large. */
export interface HttpLost {
  kind: 'lost';
  cause: 'timeout' | 'cut' | 'too_large';
}

/** One call is one attempt. Never rejects, never follows a redirect, never takes longer than its limits. */
export interface Http {
  request(request: HttpRequest): Promise<HttpAnswer | HttpUnsent | HttpLost>;
}

export type PrintResult =
  | { ok: true }
  /** `started`: some bytes may already be on paper. `detail`: what was said of it, in whoever's words. */
  | { ok: false; failure: PrintFailure; started: boolean; detail: string };

export type Printer = CommandPrinter | PagePrinter;

/** One that understands ESC/POS. */
export interface CommandPrinter {
  readonly takes: 'commands';
  /** Where it prints, for a person: "tcp://192.168.1.50:9100". */
  readonly target: string;
  print(bytes: Uint8Array): Promise<PrintResult>;
}

/** One that the operating system drives. */
export interface PagePrinter {
  readonly takes: 'page';
  readonly target: string;
  print(page: PrintPage): Promise<PrintResult>;
}

/** A whole document, without scripts and without anything that is fetched. */
export interface PrintPage {
  html: string;
  contentSecurityPolicy: string;
  /** Of the paper. What is longer than one page goes on the next. */
  widthMm: number;
  heightMm: number;
}

/** The printers that the operating system drives, on a host that can print pages on them. */
export interface SystemPrinters {
  /** `name`: as the system calls it; `shown`: as people do. */
  list(): Promise<{ name: string; shown: string }[]>;
  /**
   * Resolves to what the driver says of it; rejects where the page never got as far as the driver. `signal`: whoever asked
   * no longer waits.
   */
  print(
    name: string,
    page: PrintPage,
    signal: AbortSignal,
  ): Promise<{ ok: true } | { ok: false; says: string }>;
}

export interface FoundUpdate {
  version: string;
  /** What is new in it, in plain text. */
  notes: string;
}

/** Why newer programs could not be had: no answer, one that nobody trusted has signed, no administrator's word, or anything else. */
export type UpdateFailureKind = 'unreachable' | 'untrusted' | 'refused' | 'failed';

export class UpdateFailure extends Error {
  override readonly name = 'UpdateFailure';
  readonly kind: UpdateFailureKind;

  constructor(kind: UpdateFailureKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Where newer programs come from. Each call rejects with `UpdateFailure`, or with what the disk says. */
export interface UpdateSource {
  /** The system asks for an administrator when a program is installed. */
  readonly asksAdministrator: boolean;
  /** Calls `failed` with every failure, also one that comes when no call below is under way. */
  heed(failed: (failure: Error) => void): void;
  /** The newest signed release; undefined where it is not newer than this program. */
  find(): Promise<FoundUpdate | undefined>;
  /** Fetches what `find` found last, unless it is here already, and proves it. */
  fetch(): Promise<void>;
  /**
   * Stops the till and puts the fetched program in the place of this one, which ends. Where it rejects, the till goes on. Where the system
   * takes its time over it the till sells meanwhile, and `mayEnd` says whether it may still be stopped.
   */
  install(mayEnd: () => boolean): Promise<void>;
}
