import { EventEmitter } from 'node:events';
import { asSeen } from './guard.ts';

/** The `event` argument of Electron's listeners. */
export interface DoubleEvent {
  defaultPrevented: boolean;
  preventDefault(): void;
}

/** Tells listeners as Electron does, with an event they may prevent; says whether one of them did. */
export class Emitter extends EventEmitter {
  tell(name: string, details: object = {}, ...args: unknown[]): boolean {
    const event: DoubleEvent = {
      ...details,
      defaultPrevented: false,
      preventDefault() {
        event.defaultPrevented = true;
      },
    };
    this.emit(name, event, ...args.map(arg => (typeof arg === 'object' && arg !== null ? asSeen(arg) : arg)));
    return event.defaultPrevented;
  }
}
