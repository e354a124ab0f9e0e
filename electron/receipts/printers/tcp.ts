import type { Clock, CommandPrinter, PrintResult } from '../../ports.ts';
import { Connection } from './connection.ts';
import { failed, PRINTED } from './result.ts';
import { ASK_IN_TURN, askStatus, isAnswerInTurn, isStatus, type Trouble, troubleOf } from './status.ts';

const CONNECT_MS = 3_000;
const STATUS_MS = 300;
const STALL_MS = 10_000;
const CLOSE_MS = 1_000;
/** A printer that answers nothing closes when it has taken everything: slow paper holds that up. */
const SILENT_CLOSE_MS = 10_000;
const POLL_MS = 500;
/** Slow paper: what a printer may still have to print when all bytes are with it. */
const CONFIRM_MS = 4_000;
const CONFIRM_MS_PER_BYTE = 2;
/** How long a printer that did not answer is not asked again. */
const REMEMBER_MS = 600_000;

/**
 * A printer on the network, by raw TCP (port 9100). It is asked for paper and cover before printing, and whether it
 * has printed everything afterwards. One that does not answer such questions has printed when it closes: until then the
 * bytes may lie in the network as well as on paper.
 */
export function tcpPrinter(clock: Clock, host: string, port: number): CommandPrinter {
  const target = host.includes(':') ? `tcp://[${host}]:${port}` : `tcp://${host}:${port}`;
  let silentUntil = Number.NEGATIVE_INFINITY;
  let unconfirmingUntil = Number.NEGATIVE_INFINITY;

  async function print(bytes: Uint8Array): Promise<PrintResult> {
    const connection = await Connection.open(clock, host, port, CONNECT_MS);
    if (!(connection instanceof Connection)) return failed(connection.failure, false, connection.detail);
    try {
      return await printOn(connection, bytes);
    } finally {
      connection.close();
    }
  }

  async function printOn(connection: Connection, bytes: Uint8Array): Promise<PrintResult> {
    const talks = clock.monotonic() >= silentUntil;
    const status = talks ? await statusOf(connection) : 'silent';
    if (talks && status === 'silent') silentUntil = clock.monotonic() + REMEMBER_MS;
    if (typeof status === 'object') return failed(status.failure, false, status.detail);
    if (connection.lost !== undefined) return failed('unreachable', false, connection.lost);

    const hindrance = await connection.send(bytes, STALL_MS);
    if (hindrance !== undefined) {
      const cause = status === 'well' ? await statusOf(connection) : status;
      if (typeof cause === 'object') return failed(cause.failure, true, cause.detail);
      return failed(hindrance.failure, true, hindrance.detail);
    }
    if (status === 'well' && clock.monotonic() >= unconfirmingUntil) {
      const trouble = await confirm(connection, CONFIRM_MS + bytes.length * CONFIRM_MS_PER_BYTE);
      if (trouble) return failed(trouble.failure, true, trouble.detail);
    }
    const ending = await connection.finish(status === 'well' ? CLOSE_MS : SILENT_CLOSE_MS);
    if (ending.error !== undefined) return failed('connection_lost', true, ending.error);
    const isTaken = status === 'well' || ending.isClosed;
    return isTaken ? PRINTED : failed('not_confirmed', true, 'the printer neither answered nor closed');
  }

  /** Paper can run out when every byte has long been sent: only the printer knows when it is done. */
  async function confirm(connection: Connection, timeoutMs: number): Promise<Trouble | undefined> {
    const deadline = clock.monotonic() + timeoutMs;
    let answer = await connection.ask(ASK_IN_TURN, isAnswerInTurn, POLL_MS);
    while (answer === undefined && connection.lost === undefined) {
      const status = await statusOf(connection);
      if (typeof status === 'object') return status;
      if (clock.monotonic() >= deadline) {
        unconfirmingUntil = clock.monotonic() + REMEMBER_MS;
        return undefined;
      }
      answer = await connection.answer(isAnswerInTurn, POLL_MS);
    }
    return undefined;
  }

  return { takes: 'commands', target, print };
}

/** 'silent' when the printer does not answer such questions. */
async function statusOf(connection: Connection): Promise<Trouble | 'well' | 'silent'> {
  const printer = await connection.ask(askStatus(1), isStatus, STATUS_MS);
  if (printer === undefined) return 'silent';
  const cause = await connection.ask(askStatus(2), isStatus, STATUS_MS);
  const paper = await connection.ask(askStatus(4), isStatus, STATUS_MS);
  return troubleOf({ printer, cause, paper }) ?? 'well';
}
