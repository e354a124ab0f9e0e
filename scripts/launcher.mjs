import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 150;

/**
 * Calls `gone` once the npm that started this script is no more. npm passes a signal on to its shell alone, and the
 * shell dies of it without a word to us; after SIGKILL not even that happens.
 */
export function whenLauncherEnds(gone) {
  if (!process.env.npm_lifecycle_event) return;
  const launchers = [process.ppid, npmBehind(process.ppid)].filter(pid => pid !== undefined);
  const timer = setInterval(() => {
    if (process.ppid === launchers[0] && launchers.every(isAlive)) return;
    clearInterval(timer);
    gone();
  }, LOOK_EVERY_MS);
  timer.unref();
}

/** The npm that waits for the shell `pid`, where the system shows it: the shell outlives an npm that was killed. */
function npmBehind(pid) {
  try {
    const [state] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').slice(-1);
    const parent = Number(state.split(' ')[1]);
    return readFileSync(`/proc/${parent}/cmdline`, 'utf8').startsWith('npm') ? parent : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
