import { dirname } from 'node:path';
import type { DiskEvent } from '../disk-record.ts';

/** What a disk writes whole or not at all, in bytes. */
export const SECTOR = 512;

interface Write {
  offset: number;
  /** Missing: the file is cut, or grown, to `offset`. */
  data?: Buffer;
}

interface File {
  /** What an fsync has made certain. */
  certain: Buffer;
  pending: Write[];
}

/** Stands where the name is a folder's. */
const FOLDER: File = { certain: Buffer.alloc(0), pending: [] };

/** Names in folders: from now on `file` is there, or nothing is. */
interface Naming {
  changes: { path: string; file: File | undefined }[];
  /** The folders whose fsync it waits for. */
  unsynced: Set<string>;
}

/** Something that was done and that no fsync has made certain: it may be on disk, in part too, or not. */
export type Uncertain = { kind: 'write'; file: File; write: Write } | { kind: 'naming'; naming: Naming };

/** What became of something uncertain when the power went: `Set` holds the sectors of it that got through. */
export type Fate = 'kept' | 'dropped' | ReadonlySet<number>;

export type Files = ReadonlyMap<string, Buffer>;

export type Disk = ReturnType<typeof createDisk>;

/**
 * Certain is only what fsync was called for: the content of a file by fsync of the file, its name by fsync of the folder,
 * and of both folders where it moved from one to another. Everything else may survive or not, each write for itself and in
 * any order, sector by sector; a rename is there whole or not at all. This is weaker than ext4, which also keeps the name
 * of a file that was synced and the order of names in one folder: whoever is safe here is safe there.
 */
export function createDisk() {
  const names = new Map<string, File>();
  const certainNames = new Map<string, File>();
  const madeFolders = new Set<string>();
  let namings: Naming[] = [];

  const fileAt = (path: string): File => {
    const file = names.get(path);
    if (!file) throw new Error(`${path} was used before it was made`);
    return file;
  };

  function name(...changes: Naming['changes']): void {
    const naming = { changes, unsynced: new Set(changes.map(({ path }) => dirname(path))) };
    setNames(names, naming);
    namings.push(naming);
  }

  function sync(path: string): void {
    const file = names.get(path);
    if (file && file !== FOLDER) {
      file.certain = contentOf(file, () => 'kept');
      file.pending = [];
      return;
    }
    for (const naming of namings) {
      naming.unsynced.delete(path);
      if (naming.unsynced.size === 0) setNames(certainNames, naming);
    }
    namings = namings.filter(({ unsynced }) => unsynced.size > 0);
  }

  /** Whether the folders above it are there. Those that were there from the start are. */
  function isReachable(path: string, found: ReadonlyMap<string, File>): boolean {
    const above = dirname(path);
    if (above === path) return true;
    return (!madeFolders.has(above) || found.has(above)) && isReachable(above, found);
  }

  return {
    apply({ kind, path, offset, data }: DiskEvent): void {
      if (kind === 'created') name({ path, file: { certain: Buffer.alloc(0), pending: [] } });
      else if (kind === 'made') {
        madeFolders.add(path);
        name({ path, file: FOLDER });
      } else if (kind === 'unlinked') name({ path, file: undefined });
      else if (kind === 'renamed')
        name({ path: data.toString(), file: fileAt(path) }, { path, file: undefined });
      else if (kind === 'synced') sync(path);
      else if (kind === 'written') fileAt(path).pending.push({ offset, data });
      else fileAt(path).pending.push({ offset });
    },
    /** In the order in which it was done, names first. */
    uncertain(): Uncertain[] {
      const files = new Set([...certainNames.values(), ...names.values()]);
      return [
        ...namings.map(naming => ({ kind: 'naming' as const, naming })),
        ...[...files].flatMap(file => file.pending.map(write => ({ kind: 'write' as const, file, write }))),
      ];
    },
    /** What is found when the power is back. */
    after(fates: ReadonlyMap<object, Fate>): Files {
      const found = new Map(certainNames);
      for (const naming of namings) if (fates.get(naming) === 'kept') setNames(found, naming);
      return new Map(
        [...found]
          .filter(([path, file]) => file !== FOLDER && isReachable(path, found))
          .map(([path, file]) => [path, contentOf(file, write => fates.get(write) ?? 'dropped')]),
      );
    },
  };
}

/** How many sectors a write touches. */
export function sectorsOf({ offset, data }: Write): number {
  if (!data || data.length === 0) return 0;
  return Math.floor((offset + data.length - 1) / SECTOR) - Math.floor(offset / SECTOR) + 1;
}

function setNames(names: Map<string, File>, { changes }: Naming): void {
  for (const { path, file } of changes) {
    if (file) names.set(path, file);
    else names.delete(path);
  }
}

function contentOf(file: File, fateOf: (write: Write) => Fate): Buffer {
  const done = file.pending
    .map(write => ({ ...write, fate: fateOf(write) }))
    .filter(({ fate }) => fate !== 'dropped');
  if (done.length === 0) return file.certain;
  const longest = Math.max(
    file.certain.length,
    ...done.map(({ offset, data }) => offset + (data?.length ?? 0)),
  );
  const content = Buffer.alloc(longest);
  let length = file.certain.copy(content);
  for (const { offset, data, fate } of done) {
    if (!data) {
      content.fill(0, Math.min(offset, length), length);
      length = offset;
    } else if (fate === 'kept') {
      data.copy(content, offset);
      length = Math.max(length, offset + data.length);
    } else if (fate !== 'dropped') {
      length = Math.max(length, copySectors(content, offset, data, fate));
    }
  }
  return content.subarray(0, length);
}

/** The end of the last sector that got through. */
function copySectors(content: Buffer, offset: number, data: Buffer, sectors: ReadonlySet<number>): number {
  const first = Math.floor(offset / SECTOR);
  let end = 0;
  for (const sector of sectors) {
    const from = Math.max(offset, (first + sector) * SECTOR);
    const to = Math.min(offset + data.length, (first + sector + 1) * SECTOR);
    data.copy(content, from, from - offset, to - offset);
    end = Math.max(end, to);
  }
  return end;
}
