/**
 * Imported by a built till before its own code: time passes so many times as fast for it, across its restarts too, so that
 * what takes a till minutes of patience is over in seconds. The programs themselves are as they are shipped.
 */
const speed = Number(process.env.TEST_TIMES_AS_FAST);
const beginning = Number(process.env.TEST_TIME_BEGAN);

const realNow = Date.now;
Date.now = () => Math.floor(beginning + (realNow() - beginning) * speed);

const realMonotonic = performance.now.bind(performance);
performance.now = () => realMonotonic() * speed;

const realTimeout = globalThis.setTimeout;
const faster = (task: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) =>
  realTimeout(task, ms / speed, ...given);
globalThis.setTimeout = Object.assign(faster, realTimeout);
