import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const SOURCE = join(import.meta.dirname, 'disk-shim.c');

/** Why nothing can be put between a process and its disk on this machine; `undefined` where it can. */
export function whyNoShim(): string | undefined {
  if (process.platform !== 'linux') return 'LD_PRELOAD is how Linux lets a library stand below a program';
  const { error } = spawnSync('cc', ['--version']);
  return error ? 'not installed: cc' : undefined;
}

/** Compiles the library into `folder`; the path of it. */
export function compileShim(folder: string): string {
  const library = join(folder, 'disk-shim.so');
  const args = ['-shared', '-fPIC', '-O1', '-Wall', '-Werror', '-o', library, SOURCE, '-ldl', '-lpthread'];
  const { status, stderr } = spawnSync('cc', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the disk shim does not compile: ${stderr}`);
  return library;
}

export interface ShimSettings {
  library: string;
  /** Only files below it are looked at. */
  folder: string;
  /** Where everything that is done to them is recorded. */
  record?: string;
  /** Which calls fail: lines of "<write|sync|open|change>[-once] <ERRNO> <part of the path>". */
  control?: string;
}

/** The environment that puts the library below a process. */
export function shimEnvironment({ library, folder, record, control }: ShimSettings): Record<string, string> {
  return {
    LD_PRELOAD: library,
    DISK_SHIM_FOLDER: folder,
    ...(record === undefined ? {} : { DISK_SHIM_LOG: record }),
    ...(control === undefined ? {} : { DISK_SHIM_CONTROL: control }),
    // What libuv hands to the kernel as a ring of requests passes no library.
    UV_USE_IO_URING: '0',
  };
}
