import { app, autoUpdater } from 'electron';
import { type AppUpdater, MacUpdater } from 'electron-updater';
import type { Log } from '../../../log.ts';
import { type Clock, UpdateFailure, type UpdateSource } from '../../../ports.ts';
import { storageProblem } from '../../../store/storage-problem.ts';
import { AskingInstaller } from './asking-installer.ts';
import { BoundedRequests } from './bounded-requests.ts';
import type { ReleaseServer } from './release-server.ts';
import { signedReleases } from './signed-releases.ts';
import { handToSquirrel } from './squirrel.ts';
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
  /** Hears of every failure, of those that no call has to wait for, too. */
  failed(failure: Error): void;
}

export type Updater = Omit<UpdateSource, 'asksAdministrator' | 'heed'>;

/** electron-updater's part of an update: finding, fetching and exchanging. When that may be is decided elsewhere. */
export function createUpdateSource({
  server,
  clock,
  log,
  stop,
  keepOptions,
  restart,
  failed,
}: UpdateSourceParts): Updater {
  const requests = new BoundedRequests(clock);
  const updater = updaterFor(server, requests);
  const prove = (file: string) => requests.prove(file);
  updater.logger = {
    info: message => log.info({}, `updates: ${message}`),
    warn: message => log.warn({}, `updates: ${message}`),
    error: message => log.error({}, `updates: ${message}`),
  };
  updater.on('error', error => failed(failureOf(error)));
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.disableWebInstaller = true;
  updater.disableDifferentialDownload = true;
  // Its session is locked like every other; this one address is what it is for.
  updater.netSession.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !url.startsWith(server.url) }),
  );

  return {
    async find() {
      const answer = await updater.checkForUpdates().catch(asFailure);
      if (!answer?.isUpdateAvailable) return undefined;
      const { version, releaseNotes } = answer.updateInfo;
      return { version, notes: typeof releaseNotes === 'string' ? releaseNotes.slice(0, 4000) : '' };
    },
    async fetch() {
      await updater.downloadUpdate().catch(asFailure);
    },
    async install(mayEnd) {
      if (updater instanceof WholeAppImage) {
        updater.exchange(prove);
        await stop();
        return restart();
      }
      if (updater instanceof AskingInstaller) {
        keepOptions();
        await updater.letIn(prove);
        await stop();
        return app.quit();
      }
      await handToSquirrel(autoUpdater, clock);
      if (!mayEnd())
        throw new UpdateFailure(
          'failed',
          'Somebody has begun to sell. macOS installs it when the till ends.',
        );
      await stop();
      updater.quitAndInstall();
    },
  };
}

function updaterFor(server: ReleaseServer, requests: BoundedRequests): AppUpdater {
  const updater = updaterOf(process.platform);
  // Which its declarations keep to themselves.
  Object.assign(updater, { httpExecutor: requests });
  updater.setFeedURL({ provider: 'custom', updateProvider: signedReleases(server, requests) });
  return updater;
}

function updaterOf(platform: NodeJS.Platform): AppUpdater {
  if (platform === 'win32') return new AskingInstaller();
  return platform === 'darwin' ? new MacUpdater() : new WholeAppImage();
}

function asFailure(error: unknown): never {
  throw failureOf(error);
}

/** What is neither known nor of the disk was an answer of the server that electron-updater could do nothing with. */
function failureOf(error: unknown): Error {
  if (!(error instanceof Error)) return new UpdateFailure('unreachable', String(error));
  const isKnown = error instanceof UpdateFailure || storageProblem(error) !== undefined;
  return isKnown ? error : new UpdateFailure('unreachable', error.message);
}
