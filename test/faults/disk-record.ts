import { readFileSync } from 'node:fs';

const KINDS = ['created', 'written', 'truncated', 'synced', 'renamed', 'unlinked', 'made'] as const;

/** One thing that was done to a file, or to a folder, in the order in which it took effect. Folders alone are made. */
export interface DiskEvent {
  kind: (typeof KINDS)[number];
  path: string;
  /** Where it was written; the new length of what was truncated. */
  offset: number;
  /** What was written; the new path of what was renamed. */
  data: Buffer;
}

const HEAD = 24;

/** Reads what disk-shim.c recorded. What a killed process did not finish recording did not happen. */
export function readRecord(file: string): DiskEvent[] {
  const bytes = readFileSync(file);
  const events: DiskEvent[] = [];
  for (let at = 0; at + HEAD <= bytes.length; ) {
    const kind = KINDS[bytes.readUInt32LE(at) - 1];
    const pathEnd = at + HEAD + bytes.readUInt32LE(at + 4);
    const end = pathEnd + bytes.readUInt32LE(at + 8);
    if (!kind) throw new Error(`no record of the disk at ${at}`);
    if (end > bytes.length) break;
    events.push({
      kind,
      path: bytes.toString('utf8', at + HEAD, pathEnd),
      offset: Number(bytes.readBigUInt64LE(at + 16)),
      data: bytes.subarray(pathEnd, end),
    });
    at = end;
  }
  return events;
}
