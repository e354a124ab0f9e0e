import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

export interface Behaviour {
  /** The answers to DLE EOT 1, 2 and 4; left out: it does not answer. */
  status?: { printer?: number; cause?: number; paper?: number };
  /** Whether it answers GS r 1 once everything before is printed. */
  confirms?: boolean;
  /** Called with each piece that arrives; may end or destroy the socket. */
  received?: (socket: Socket, all: Buffer, self: NetworkPrinter) => void;
  /** Reads nothing at all. */
  deaf?: boolean;
  /** How long after ours it ends its side of a connection: it is still printing. */
  closesAfterMs?: number;
}

export const READY = { printer: 0x12, cause: 0x12, paper: 0x12 };

/** A printer on loopback that keeps what it was sent, status questions apart. */
export class NetworkPrinter {
  behaviour: Behaviour;
  connections = 0;
  questions = 0;
  /** All connections together, in order. */
  printed = Buffer.alloc(0);
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(behaviour: Behaviour) {
    this.behaviour = behaviour;
    this.#server = createServer({ allowHalfOpen: true }, socket => this.#accept(socket));
  }

  static async start(behaviour: Behaviour, port = 0): Promise<NetworkPrinter> {
    const printer = new NetworkPrinter(behaviour);
    printer.#server.listen(port, '127.0.0.1');
    await once(printer.#server, 'listening');
    return printer;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #accept(socket: Socket): void {
    this.connections++;
    this.#sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => this.#sockets.delete(socket));
    if (this.behaviour.deaf) {
      socket.pause();
      return;
    }
    socket.on('data', bytes => this.#take(socket, bytes));
    socket.on('end', () => setTimeout(() => socket.end(), this.behaviour.closesAfterMs ?? 0));
  }

  #take(socket: Socket, bytes: Buffer): void {
    let rest = bytes;
    for (;;) {
      const at = rest.indexOf(Buffer.of(0x10, 0x04));
      if (at < 0) break;
      this.#keep(rest.subarray(0, at));
      this.#answer(socket, rest[at + 2] ?? 0);
      rest = rest.subarray(at + 3);
    }
    this.#keep(rest);
    if (this.behaviour.confirms && rest.subarray(-3).equals(Buffer.of(0x1d, 0x72, 1)))
      socket.write(Buffer.of(0x00));
    this.behaviour.received?.(socket, this.printed, this);
  }

  #keep(bytes: Buffer): void {
    this.printed = Buffer.concat([this.printed, bytes]);
  }

  #answer(socket: Socket, question: number): void {
    this.questions++;
    const { status } = this.behaviour;
    const answer = question === 1 ? status?.printer : question === 2 ? status?.cause : status?.paper;
    if (answer !== undefined) socket.write(Buffer.of(answer));
  }
}
