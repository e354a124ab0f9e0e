import { connect, type Socket } from 'node:net';
import type { PrintFailure } from '../../../shared/print-failure.ts';
import type { Clock } from '../../ports.ts';
import { within } from '../../waiting.ts';
import { codeOf, detailOf, failureToOpen } from './result.ts';

const CHUNK = 4096;

interface Hindrance {
  failure: PrintFailure;
  detail: string;
}

/** A TCP connection to a printer. No method rejects; `lost` says why nothing more can be sent. */
export class Connection {
  readonly #clock: Clock;
  readonly #socket: Socket;
  readonly #closed: Promise<void>;
  #received: number[] = [];
  #wake: () => void = () => {};
  #error: unknown;
  #gone = false;

  private constructor(clock: Clock, socket: Socket) {
    this.#clock = clock;
    this.#socket = socket;
    this.#closed = new Promise(resolve => {
      socket.once('close', () => {
        this.#gone = true;
        this.#wake();
        resolve();
      });
    });
    socket.on('error', error => {
      this.#error = error;
    });
    socket.on('data', bytes => {
      this.#received.push(...bytes);
      this.#wake();
    });
  }

  /** The connection, or what hinders it. */
  static async open(
    clock: Clock,
    host: string,
    port: number,
    timeoutMs: number,
  ): Promise<Connection | Hindrance> {
    let socket: Socket;
    try {
      socket = connect({ host, port, noDelay: true, allowHalfOpen: true });
    } catch (error) {
      return { failure: failureToOpen(error), detail: detailOf(error) };
    }
    const connection = new Connection(clock, socket);
    const connected = new Promise<'connected'>(resolve => socket.once('connect', () => resolve('connected')));
    const first = await within(clock, timeoutMs, Promise.race([connected, connection.#closed]));
    if (first === 'connected') return connection;
    connection.close();
    if (first === 'late') return { failure: 'no_answer', detail: `no connection within ${timeoutMs} ms` };
    return { failure: failureToOpen(connection.#error), detail: connection.lost ?? 'closed' };
  }

  /** Why the other end is gone; undefined while it is there. */
  get lost(): string | undefined {
    if (this.#error !== undefined) return codeOf(this.#error) ?? detailOf(this.#error);
    return this.#gone ? 'the printer closed the connection' : undefined;
  }

  /** Sends a question and waits for a byte that can be its answer; one that came before the question is dropped. */
  async ask(
    question: Uint8Array,
    fits: (byte: number) => boolean,
    timeoutMs: number,
  ): Promise<number | undefined> {
    this.#received = this.#received.filter(byte => !fits(byte));
    this.#socket.write(question);
    return await this.answer(fits, timeoutMs);
  }

  /** Waits on for the answer to a question that was sent before. */
  async answer(fits: (byte: number) => boolean, timeoutMs: number): Promise<number | undefined> {
    const deadline = this.#clock.monotonic() + timeoutMs;
    for (;;) {
      const found = this.#received.find(fits);
      const left = deadline - this.#clock.monotonic();
      if (found !== undefined || left <= 0 || this.lost !== undefined) return found;
      const news = new Promise<void>(resolve => {
        this.#wake = resolve;
      });
      await within(this.#clock, left, news);
    }
  }

  /** Hands all bytes to the network; undefined when they are on their way, else why not. */
  async send(bytes: Uint8Array, stallMs: number): Promise<Hindrance | undefined> {
    for (let start = 0; start < bytes.length; start += CHUNK) {
      const chunk = bytes.subarray(start, start + CHUNK);
      const written = new Promise<void>(resolve => this.#socket.write(chunk, () => resolve()));
      const outcome = await within(this.#clock, stallMs, written);
      if (this.lost !== undefined) return { failure: 'connection_lost', detail: this.lost };
      if (outcome === 'late')
        return { failure: 'stalled', detail: `the printer took nothing for ${stallMs} ms` };
    }
    return undefined;
  }

  /** Says that nothing more comes and waits for the other end to close; `error` is what went wrong meanwhile. */
  async finish(timeoutMs: number): Promise<{ isClosed: boolean; error: string | undefined }> {
    this.#socket.end();
    await within(this.#clock, timeoutMs, this.#closed);
    const isClosed = this.#gone;
    this.close();
    return { isClosed, error: this.#error === undefined ? undefined : this.lost };
  }

  close(): void {
    this.#socket.destroy();
  }
}
