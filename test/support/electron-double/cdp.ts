import { EventEmitter } from 'node:events';
import type { Protocol } from '../../../node_modules/playwright-core/types/protocol.d.ts';

type Commands = Protocol.CommandParameters;
type Answers = Protocol.CommandReturnValues;
export type Events = Protocol.Events;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** One conversation with a page of Chromium, or with the browser itself. */
export class CdpSession {
  private readonly events = new EventEmitter().setMaxListeners(100);
  readonly id: string | undefined;
  private readonly connection: CdpConnection;

  constructor(id: string | undefined, connection: CdpConnection) {
    this.id = id;
    this.connection = connection;
  }

  send<C extends keyof Commands & keyof Answers>(method: C, params?: Commands[C]): Promise<Answers[C]> {
    return this.connection.send(method, params, this.id) as Promise<Answers[C]>;
  }

  on<E extends keyof Events>(event: E, listener: (params: Events[E]) => void): void {
    this.events.on(event, listener);
  }

  receive(event: string, params: unknown): void {
    this.events.emit(event, params);
  }
}

/** The DevTools protocol over one web socket, with a session for each target. */
export class CdpConnection {
  readonly browser = new CdpSession(undefined, this);
  private readonly sessions = new Map<string, CdpSession>();
  private readonly waiting = new Map<number, Waiting>();
  private readonly socket: WebSocket;
  private lastId = 0;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.addEventListener('message', message => this.read(String(message.data)));
    socket.addEventListener('close', () => {
      for (const { reject } of this.waiting.values()) reject(new Error('Chromium is gone'));
      this.waiting.clear();
    });
  }

  static async open(url: string): Promise<CdpConnection> {
    const socket = new WebSocket(url);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('error', () => reject(new Error(`Chromium does not answer at ${url}`)));
    });
    return new CdpConnection(socket);
  }

  session(id: string): CdpSession {
    const session = this.sessions.get(id) ?? new CdpSession(id, this);
    this.sessions.set(id, session);
    return session;
  }

  send(method: string, params: object | undefined, sessionId: string | undefined): Promise<unknown> {
    const id = ++this.lastId;
    if (this.socket.readyState !== WebSocket.OPEN) return Promise.reject(new Error('Chromium is gone'));
    this.socket.send(JSON.stringify({ id, method, params: params ?? {}, sessionId }));
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  close(): void {
    this.socket.close();
  }

  private read(text: string): void {
    const message = JSON.parse(text);
    if (message.id === undefined) {
      const session = message.sessionId === undefined ? this.browser : this.session(message.sessionId);
      session.receive(message.method, message.params);
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.error) waiting?.reject(new Error(message.error.message));
    else waiting?.resolve(message.result);
  }
}
