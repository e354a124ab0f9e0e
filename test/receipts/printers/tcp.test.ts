import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../../electron/adapters/system-clock.ts';
import type { Clock } from '../../../electron/ports.ts';
import { tcpPrinter } from '../../../electron/receipts/printers/tcp.ts';
import { type Behaviour, NetworkPrinter, READY } from './network-printer.ts';

const BYTES = new TextEncoder().encode('\x1b@a receipt\n');
const CONFIRM = Buffer.of(0x1d, 0x72, 1);

let device: NetworkPrinter | undefined;
afterEach(async () => {
  await device?.stop();
  device = undefined;
});

/** Real time, but every wait is `times` shorter: the same waits happen in the same order. */
const hurried = (times: number): Clock => ({
  now: () => systemClock.now(),
  monotonic: () => systemClock.monotonic() * times,
  after: (ms, task) => systemClock.after(ms / times, task),
});

async function printerThat(behaviour: Behaviour, clock: Clock = hurried(5)) {
  device = await NetworkPrinter.start(behaviour);
  return { device, printer: tcpPrinter(clock, '127.0.0.1', device.port) };
}

describe('a printer on the network', () => {
  test('that answers and confirms has every byte, exactly', async () => {
    const { device, printer } = await printerThat({ status: READY, confirms: true });
    const bytes = Uint8Array.from({ length: 20_000 }, (_, index) => 0x20 + (index % 90));
    expect(await printer.print(bytes)).toEqual({ ok: true });
    expect(device.printed.equals(Buffer.concat([bytes, CONFIRM]))).toBe(true);
  });

  test.each([
    ['is out of paper', { ...READY, paper: 0x72 }, 'no_paper'],
    ['stopped for want of paper', { ...READY, cause: 0x32 }, 'no_paper'],
    ['has its cover open', { ...READY, printer: 0x1a, cause: 0x16 }, 'cover_open'],
    ['has an error', { ...READY, cause: 0x52 }, 'own_error'],
    ['is off line', { ...READY, printer: 0x1a }, 'off_line'],
  ])('that says it %s gets nothing to print', async (_, status, failure) => {
    const { device, printer } = await printerThat({ status, confirms: true });
    expect(await printer.print(BYTES)).toMatchObject({ ok: false, failure, started: false });
    expect(device.printed).toHaveLength(0);
  });

  test('that is nearly out of paper still prints', async () => {
    const { printer } = await printerThat({ status: { ...READY, paper: 0x1e }, confirms: true });
    expect(await printer.print(BYTES)).toEqual({ ok: true });
  });

  test('that answers no questions is trusted, and not asked again for a while', async () => {
    const { device, printer } = await printerThat({});
    expect(await printer.print(BYTES)).toEqual({ ok: true });
    expect(await printer.print(BYTES)).toEqual({ ok: true });
    expect(device.questions).toBe(1);
    expect(device.printed.equals(Buffer.concat([BYTES, BYTES]))).toBe(true);
  });

  test('that answers but cannot confirm is believed in the end, and not asked to confirm again', async () => {
    const { device, printer } = await printerThat({ status: READY }, hurried(20));
    expect(await printer.print(BYTES)).toEqual({ ok: true });
    expect(await printer.print(BYTES)).toEqual({ ok: true });
    expect(device.printed.equals(Buffer.concat([BYTES, CONFIRM, BYTES]))).toBe(true);
  });

  test('that runs out of paper in the middle is not taken for having printed', async () => {
    const { printer } = await printerThat({
      status: READY,
      received: (_, all, self) => {
        if (all.length > 0) self.behaviour.status = { ...READY, paper: 0x72 };
      },
    });
    expect(await printer.print(BYTES)).toMatchObject({ ok: false, failure: 'no_paper', started: true });
  });

  test('that resets half-way leaves it open whether something was printed', async () => {
    const { printer } = await printerThat({
      status: READY,
      received: (socket, all) => {
        if (all.length > 0) socket.resetAndDestroy();
      },
    });
    expect(await printer.print(new Uint8Array(4_000_000).fill(0x41))).toMatchObject({
      ok: false,
      failure: 'connection_lost',
      started: true,
    });
  });

  test('that takes the connection but no bytes does not hold the till up', async () => {
    const { printer } = await printerThat({ deaf: true }, hurried(50));
    expect(await printer.print(new Uint8Array(30_000_000))).toMatchObject({
      ok: false,
      failure: 'stalled',
      started: true,
    });
  });

  test('that takes the connection and then hangs has perhaps printed, again and again', async () => {
    const { printer } = await printerThat({ deaf: true }, hurried(50));
    for (let time = 0; time < 2; time++) {
      expect(await printer.print(BYTES)).toMatchObject({
        ok: false,
        failure: 'not_confirmed',
        started: true,
      });
    }
  });

  test('that answers nothing and closes only once its paper is out has printed', async () => {
    const { device, printer } = await printerThat({ closesAfterMs: 300 }, hurried(10));
    expect(await printer.print(BYTES)).toEqual({ ok: true });
    expect(device.printed.equals(BYTES)).toBe(true);
  });

  test('that answers nothing and closes by itself when it has every byte has printed', async () => {
    const { printer } = await printerThat({
      received: (socket, all) => {
        if (all.equals(BYTES)) socket.end();
      },
    });
    expect(await printer.print(BYTES)).toEqual({ ok: true });
  });

  test('that hangs up on a question is printed on without one the next time', async () => {
    const { device, printer } = await printerThat({
      received: (socket, all) => {
        if (all.length === 0) socket.resetAndDestroy();
      },
    });
    expect(await printer.print(BYTES)).toMatchObject({ ok: false, failure: 'unreachable', started: false });
    expect(await printer.print(BYTES)).toEqual({ ok: true });
    expect(device.printed.equals(BYTES)).toBe(true);
  });

  test('that is not there is unreachable', async () => {
    const { device, printer } = await printerThat({});
    await device.stop();
    expect(await printer.print(BYTES)).toMatchObject({
      ok: false,
      failure: 'connection_refused',
      started: false,
    });
    await device.stop().catch(() => {});
  });

  test('that does not take the connection is unreachable in good time', async () => {
    const listen =
      "require('net').createServer().listen({port:0,host:'127.0.0.1',backlog:1},function(){console.log(this.address().port)})";
    const stopped = spawn(process.execPath, ['-e', listen], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = await once(stopped.stdout, 'data');
    const port = Number(String(line));
    stopped.kill('SIGSTOP');
    const fillers = Array.from({ length: 8 }, () => connect(port, '127.0.0.1').on('error', () => {}));
    await Promise.race(fillers.map(filler => once(filler, 'connect')));
    expect(await tcpPrinter(hurried(20), '127.0.0.1', port).print(BYTES)).toEqual({
      ok: false,
      failure: 'no_answer',
      started: false,
      detail: 'no connection within 3000 ms',
    });
    for (const filler of fillers) filler.destroy();
    stopped.kill('SIGKILL');
  });

  test('at a port that cannot be is unreachable', async () => {
    const result = await tcpPrinter(systemClock, '127.0.0.1', 99_999).print(BYTES);
    expect(result).toMatchObject({ ok: false, failure: 'unreachable', started: false });
  });
});
