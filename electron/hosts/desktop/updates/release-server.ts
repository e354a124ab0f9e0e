import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { UpdatesOff } from '../../../../shared/contract/updates.ts';

/** Where releases are, and the key that signs what is said of them. */
const releaseServer = z.object({
  /** Ends with "/". */
  url: z.string().refine(isGuarded, 'https, ending with "/"'),
  /** Ed25519, SPKI in DER and base64. */
  publicKey: z.string().min(1),
});
export type ReleaseServer = z.output<typeof releaseServer>;

/** As `npm run dist` wrote it into the package, where nobody can change it unseen. */
const packed = z.object({ updates: releaseServer.optional() });

interface Program {
  isPackaged: boolean;
  getAppPath(): string;
}

/** Throws where the package names a server that must not be used. */
export function releaseServerOf(
  program: Program,
  platform: NodeJS.Platform,
  appImage: string | undefined,
): ReleaseServer | UpdatesOff {
  if (!program.isPackaged) return 'elsewhere';
  // What a package manager installed is for it to replace, as root and by its own signatures.
  if (platform === 'linux' && !appImage) return 'system';
  const { updates } = packed.parse(
    JSON.parse(readFileSync(join(program.getAppPath(), 'package.json'), 'utf8')),
  );
  return updates ?? 'no_server';
}

/** Without TLS only this machine itself can be asked. */
function isGuarded(address: string): boolean {
  if (!URL.canParse(address) || !address.endsWith('/')) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1');
}
