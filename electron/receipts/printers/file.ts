import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { PrintFailure } from '../../../shared/print-failure.ts';
import type { Clock, CommandPrinter, PrintResult } from '../../ports.ts';
import { pause, within } from '../../waiting.ts';
import { whyNotPrintable } from './own-file.ts';
import { codeOf, detailOf, failed, failureToOpen, PRINTED } from './result.ts';

const STALL_MS = 10_000;
const BUSY_MS = 20;
const CLOSE_MS = 2_000;

const { O_WRONLY, O_APPEND, O_CREAT, O_NOCTTY, O_NONBLOCK } = constants;

/** A printer behind a device file ("/dev/usb/lp0"), or a plain file that is appended to, but never one of a till's own. */
export function filePrinter(clock: Clock, path: string): CommandPrinter {
  async function print(bytes: Uint8Array): Promise<PrintResult> {
    const opening = openToWrite(path);
    const opened = await within(clock, STALL_MS, opening);
    if (opened === 'late') {
      void opening.then(late => ('handle' in late ? late.handle.close() : undefined)).catch(() => {});
      return failed('no_answer', false, `${path} does not open`);
    }
    if (!('handle' in opened)) return opened.result;
    const { handle } = opened;
    try {
      return await writeAll(handle, bytes);
    } finally {
      // A device may go on draining for as long as it likes: what was written is out of our hands.
      const closed = handle.close().catch(() => {});
      await within(clock, CLOSE_MS, closed);
    }
  }

  async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<PrintResult> {
    let written = 0;
    let progressAt = clock.monotonic();
    while (written < bytes.length) {
      try {
        const outcome = await within(clock, STALL_MS, handle.write(bytes, written));
        if (outcome !== 'late' && outcome.bytesWritten > 0) {
          written += outcome.bytesWritten;
          progressAt = clock.monotonic();
          continue;
        }
      } catch (error) {
        if (codeOf(error) !== 'EAGAIN')
          return failed(await failureOf(handle, error, written), written > 0, detailOf(error));
      }
      if (clock.monotonic() - progressAt >= STALL_MS) {
        // The write that is still under way may go through: nothing can be said of the paper.
        return failed('stalled', true, `${path} took nothing for ${STALL_MS} ms`);
      }
      await pause(clock, BUSY_MS);
    }
    return PRINTED;
  }

  return { takes: 'commands', target: `file:${path}`, print };
}

/**
 * Never blocks: a pipe that nobody reads, or a printer that is off, answers at once instead of holding a thread.
 * Only outside /dev is a missing file made: an unplugged printer must not become a file full of keys.
 */
async function openToWrite(path: string): Promise<{ handle: FileHandle } | { result: PrintResult }> {
  const flags = O_WRONLY | O_APPEND | O_NOCTTY | O_NONBLOCK | (path.startsWith('/dev/') ? 0 : O_CREAT);
  try {
    const hindrance = await whyNotPrintable(path);
    if (hindrance !== undefined) return { result: failed('not_a_printer', false, hindrance) };
    return { handle: await open(path, flags, 0o600) };
  } catch (error) {
    return { result: failed(failureToOpen(error), false, detailOf(error)) };
  }
}

/** A printer driver says "no space" for "no paper"; a file means the disk. */
async function failureOf(handle: FileHandle, error: unknown, written: number): Promise<PrintFailure> {
  if (codeOf(error) === 'ENOSPC') return (await handle.stat()).isCharacterDevice() ? 'no_paper' : 'disk_full';
  return written > 0 ? 'connection_lost' : failureToOpen(error);
}
