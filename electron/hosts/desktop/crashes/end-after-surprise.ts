import { app } from 'electron';
import type { RestartedBy } from '../../../options.ts';
import type { Clock } from '../../../ports.ts';
import { restart } from '../restart.ts';
import { noteCrash } from './crash-notes.ts';

/**
 * What ends a program in which something failed that nobody handled: it is noted, and another one takes its place, unless this
 * one was to end anyway. Nothing is closed first: what is stored is whole after every transaction, and the data is free
 * when the process is gone.
 */
export function endAfterSurprise(folder: string, restartedBy: RestartedBy, clock: Clock): () => void {
  let isQuitting = false;
  let isOver = false;
  app.on('before-quit', () => {
    isQuitting = true;
  });
  return () => {
    if (isOver) return;
    isOver = true;
    noteCrash(folder, process.env, clock.now());
    if (isQuitting) app.exit(0);
    else restart(restartedBy);
  };
}
