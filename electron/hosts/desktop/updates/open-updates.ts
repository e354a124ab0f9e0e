import { app } from 'electron';
import type { UpdatesOff } from '../../../../shared/contract/updates.ts';
import type { UpdateSource } from '../../../ports.ts';
import { ownAppImage } from '../app-image.ts';
import { releaseServerOf } from './release-server.ts';
import type { Updater, UpdateSourceParts } from './update-source.ts';

/** The updater is loaded only when there is a server to ask, and then only when it is asked: no start waits for it. */
export function openUpdates(parts: Omit<UpdateSourceParts, 'server' | 'failed'>): UpdateSource | UpdatesOff {
  const server = releaseServerOf(app, process.platform, ownAppImage(process.execPath, process.env));
  if (typeof server === 'string') return server;
  let loaded: Promise<Updater> | undefined;
  let failed: UpdateSourceParts['failed'] = () => {};
  const source = () => {
    loaded ??= import('./update-source.ts').then(({ createUpdateSource }) =>
      createUpdateSource({ ...parts, server, failed: failure => failed(failure) }),
    );
    return loaded;
  };
  return {
    asksAdministrator: process.platform === 'win32',
    heed(listener) {
      failed = listener;
    },
    find: async () => (await source()).find(),
    fetch: async () => (await source()).fetch(),
    install: async mayEnd => (await source()).install(mayEnd),
  };
}
