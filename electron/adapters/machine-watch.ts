import { networkInterfaces } from 'node:os';
import type { Clock } from '../ports.ts';

const LOOK_EVERY_MS = 5_000;
/** A busy machine is late, too, but not by so much. */
const JUMP_MS = 10_000;

export interface MachineWatchParts {
  clock: Clock;
  /** The machine's addresses on its networks, as one text. */
  addresses?: () => string;
  /** It slept, its clock was set, or it is on another network. */
  changed: () => void;
}

/**
 * Notices from inside a process that the machine was asleep or changed its network: nothing tells a till so that is no
 * desktop program. Returns what ends it.
 */
export function watchMachine({ clock, addresses = ownAddresses, changed }: MachineWatchParts): () => void {
  const read = () => ({ wall: clock.now(), passed: clock.monotonic(), addresses: addresses() });
  let last = read();
  let cancel = clock.after(LOOK_EVERY_MS, look);

  function look(): void {
    const now = read();
    const passed = now.passed - last.passed;
    // Whether the monotonic clock goes on while a machine sleeps is the system's own.
    const hasSlept = passed > LOOK_EVERY_MS + JUMP_MS || Math.abs(now.wall - last.wall - passed) > JUMP_MS;
    const hasMoved = now.addresses !== last.addresses;
    last = now;
    cancel = clock.after(LOOK_EVERY_MS, look);
    if (hasSlept || hasMoved) changed();
  }
  return () => cancel();
}

function ownAddresses(): string {
  const all = Object.values(networkInterfaces()).flatMap(each => each ?? []);
  return all
    .filter(({ internal }) => !internal)
    .map(({ address }) => address)
    .toSorted()
    .join();
}
