import { Emitter } from './emitter.ts';
import { guarded } from './guard.ts';

/** `powerMonitor`: the machine sleeps, wakes and is locked when a test says so, by `tell`. */
export const thePower = new Emitter();
export const powerMonitor = guarded('PowerMonitor', thePower);

const started = new Set<number>();
let lastId = 0;

export const powerSaveBlocker = guarded('PowerSaveBlocker', {
  start(type: string): number {
    if (!['prevent-app-suspension', 'prevent-display-sleep'].includes(type))
      throw new TypeError(`Unknown type of power save blocker: ${type}`);
    started.add(++lastId);
    return lastId;
  },
  stop: (id: number): boolean => started.delete(id),
  isStarted: (id: number): boolean => started.has(id),
});
