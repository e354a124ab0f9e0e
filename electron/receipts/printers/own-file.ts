import { constants } from 'node:fs';
import { access, open, readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

const DATABASE = 'SQLite format 3\0';
/** Either of them says that a till keeps its data here. */
const MARKS = ['keytill.db', 'in-use.lock'];
/** As many links in a row as the system itself follows. */
const MOST_LINKS = 40;

/**
 * Why nothing may be printed into this path: an ordinary file that is a database, or that lies, or would lie, in the
 * folder of a till. A device or a pipe is a printer wherever it stands.
 */
export async function whyNotPrintable(path: string): Promise<string | undefined> {
  const target = await targetOf(path);
  const found = await stat(target).catch(() => undefined);
  if (found && !found.isFile()) return undefined;
  if (found && (await isDatabase(target))) return `${path} is a database`;
  for (const mark of MARKS) {
    if (await exists(join(dirname(target), mark))) return `${path} lies in the folder of a till`;
  }
  return undefined;
}

/** Where a file would be written or made: all links followed, also one whose end is missing. */
async function targetOf(path: string, links = 0): Promise<string> {
  const whole = resolve(path);
  try {
    return await realpath(whole);
  } catch {
    const link = await readlink(whole).catch(() => undefined);
    if (link !== undefined && links < MOST_LINKS) return targetOf(resolve(dirname(whole), link), links + 1);
    const folder = await realpath(dirname(whole)).catch(() => dirname(whole));
    return join(folder, basename(whole));
  }
}

async function isDatabase(path: string): Promise<boolean> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => undefined);
  if (!file) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(DATABASE.length), 0, DATABASE.length, 0);
    return buffer.toString('latin1', 0, bytesRead) === DATABASE;
  } finally {
    await file.close();
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
