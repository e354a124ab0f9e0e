import { readFileSync } from 'node:fs';

/** Which machines load a compiled file. */
export interface Machine {
  platform: 'linux' | 'darwin' | 'win32';
  arch: 'x64' | 'arm64';
}

const ELF = { 62: 'x64', 183: 'arm64' } as const;
const PE = { 34404: 'x64', 43620: 'arm64' } as const;
const MACH_O = { 16777223: 'x64', 16777228: 'arm64' } as const;

/** Read from the file's own header; undefined for what is no 64-bit library of these machines. */
export function machineOf(file: string): Machine | undefined {
  const bytes = readFileSync(file);
  if (bytes.length < 64) return undefined;
  if (bytes.readUInt32BE(0) === 0x7f454c46) return machine('linux', ELF, bytes.readUInt16LE(18));
  if (bytes.readUInt32LE(0) === 0xfeedfacf) return machine('darwin', MACH_O, bytes.readUInt32LE(4));
  if (bytes.readUInt16LE(0) !== 0x5a4d) return undefined;
  const header = bytes.readUInt32LE(60);
  if (header + 6 > bytes.length || bytes.readUInt32BE(header) !== 0x50450000) return undefined;
  return machine('win32', PE, bytes.readUInt16LE(header + 4));
}

function machine(
  platform: Machine['platform'],
  known: Readonly<Record<number, Machine['arch']>>,
  number: number,
): Machine | undefined {
  const arch = known[number];
  return arch && { platform, arch };
}
