import { Provider, type ResolvedUpdateFileInfo, type UpdateInfo } from 'electron-updater';
import {
  type ProviderRuntimeOptions,
  parseUpdateInfo,
  resolveFiles,
} from 'electron-updater/out/providers/Provider.js';
import { releaseFile, releaseStatement } from '../../../../shared/release.ts';
import { UpdateFailure } from '../../../ports.ts';
import type { BoundedRequests } from './bounded-requests.ts';
import type { ReleaseServer } from './release-server.ts';
import { isSignedBy } from './signature.ts';

/**
 * What a server says of its newest release counts only under a signature beside it, `<file>.sig`, by the key that was packed
 * with the till. The text names the digest and the size of every package, so that it vouches for them too, and the statement names the kind of machine: one for another is refused.
 */
export const signedReleases = ({ url, publicKey }: ReleaseServer, requests: BoundedRequests) =>
  class SignedReleases extends Provider<UpdateInfo> {
    constructor(_options: unknown, _updater: unknown, runtime: ProviderRuntimeOptions) {
      super(runtime);
    }

    /** Rejects with `UpdateFailure` where it is not signed. */
    async getLatestVersion(): Promise<UpdateInfo> {
      const file = releaseFile(process);
      const address = new URL(file, url);
      const text = await requests.description(address);
      const signature = await requests.description(new URL(`${file}.sig`, url));
      if (!isSignedBy(publicKey, releaseStatement(process, text), signature))
        throw new UpdateFailure(
          'untrusted',
          `${file} is not signed by the key of this till for this kind of machine.`,
        );
      const release = parseUpdateInfo(text, file, address);
      if (release.files.length === 0) throw new UpdateFailure('untrusted', `${file} names no package.`);
      for (const { sha512, size } of release.files) {
        if (!sha512 || size === undefined)
          throw new UpdateFailure('untrusted', `${file} names a package without its digest and size.`);
        requests.allow(sha512, size);
      }
      return release;
    }

    resolveFiles(release: UpdateInfo): ResolvedUpdateFileInfo[] {
      return resolveFiles(release, new URL(url));
    }
  };
