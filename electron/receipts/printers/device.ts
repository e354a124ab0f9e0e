import { stat } from 'node:fs/promises';
import { posix } from 'node:path';

/** "\\.\LPT1", "COM3", or a printer that another Windows computer shares: "\\counter\receipts". */
const WINDOWS_DEVICE = /^(?:\\\\\.\\[^\\/]+|(?:LPT|COM)\d+:?|\\\\[\w.-]+\\[^\\/]+)$/i;

/**
 * Whether something behind a path is a printer, as far as its place and kind say: a device, plugged in or not, or a pipe.
 * An ordinary file is none: what is printed is the manager's words, and a file could be one that the system runs.
 */
export async function isDevice(path: string): Promise<boolean> {
  if (WINDOWS_DEVICE.test(path)) return true;
  const found = await stat(path).catch(() => undefined);
  if (found) return found.isCharacterDevice() || found.isFIFO();
  return posix.normalize(path).startsWith('/dev/');
}
