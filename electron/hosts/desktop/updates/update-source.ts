import { app } from 'electron';
import { type AppUpdater, CancellationToken, MacUpdater } from 'electron-updater';
import type { Log } from '../../../log.ts';
import { type Clock, UpdateFailure, type UpdateSource } from '../../../ports.ts';
import { AskingInstaller } from './asking-installer.ts';
import type { ReleaseServer } from './release-server.ts';
import { signedReleases } from './signed-releases.ts';
import { WholeAppImage } from './whole-app-image.ts';

export interface UpdateSourceParts {
  server: ReleaseServer;
  clock: Clock;
  log: Log;
  /** Closes the till: what follows ends this program. */
  stop(): Promise<void>;
  /** For a program that is started without the options of this one. */
  keepOptions(): void;
  /** Ends this program, and has what is in its place by then started. */
  restart(): void;
}

export type Updater = Omit<UpdateSource, 'asksAdministrator'>;

const ANSWER_MS = 60_000;
const PACKAGE_MS = 60 * 60_000;

/** electron-updater's part of an update: finding, fetching and exchanging. When that may be is decided elsewhere. */
export function createUpdateSource({
  server,
  clock,
  log,
  stop,
  keepOptions,
  restart,
}: UpdateSourceParts): Updater {
  const updater = updaterFor(server);
  updater.logger = {
    info: message => log.info({}, `updates: ${message}`),
    warn: message => log.warn({}, `updates: ${message}`),
    error: message => log.error({}, `updates: ${message}`),
  };
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.disableWebInstaller = true;
  updater.disableDifferentialDownload = true;
  // Its session is locked like every other; this one address is what it is for.
  updater.netSession.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !url.startsWith(server.url) }),
  );

  /** Electron's requests know no time limit. */
  async function within<T>(ms: number, work: Promise<T>): Promise<T> {
    let cancel = () => {};
    const tooLate = new Promise<never>((_, reject) => {
      cancel = clock.after(ms, () =>
        reject(new UpdateFailure('unreachable', 'The update server is too slow.')),
      );
    });
    try {
      return await Promise.race([work, tooLate]);
    } catch (error) {
      throw failureOf(error);
    } finally {
      cancel();
    }
  }

  return {
    async find() {
      const answer = await within(ANSWER_MS, updater.checkForUpdates());
      if (!answer?.isUpdateAvailable) return undefined;
      const { version, releaseNotes } = answer.updateInfo;
      return { version, notes: typeof releaseNotes === 'string' ? releaseNotes.slice(0, 4000) : '' };
    },
    async fetch() {
      const token = new CancellationToken();
      await within(PACKAGE_MS, updater.downloadUpdate(token)).finally(() => token.cancel());
    },
    async install() {
      if (updater instanceof WholeAppImage) {
        if (!updater.install())
          throw new UpdateFailure('failed', 'The new program could not be put in place.');
        await stop();
        return restart();
      }
      if (updater instanceof AskingInstaller) {
        keepOptions();
        await updater.letIn();
        await stop();
        return app.quit();
      }
      await stop();
      updater.quitAndInstall();
    },
  };
}

function updaterFor(server: ReleaseServer): AppUpdater {
  const options = { provider: 'custom', updateProvider: signedReleases(server) } as const;
  if (process.platform === 'win32') return new AskingInstaller(options);
  return process.platform === 'darwin' ? new MacUpdater(options) : new WholeAppImage(options);
}

function failureOf(error: unknown): UpdateFailure {
  if (error instanceof UpdateFailure) return error;
  const message = error instanceof Error ? error.message : String(error);
  const isOther = error instanceof Error && 'code' in error && error.code === 'ERR_CHECKSUM_MISMATCH';
  return new UpdateFailure(isOther ? 'untrusted' : 'unreachable', message);
}
