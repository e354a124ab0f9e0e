import { installedSurface } from './surface.ts';

const surface = installedSurface();
export const ELECTRON_VERSION = surface.version;

const LISTENING = new Set(['on', 'once', 'off', 'addListener', 'removeListener', 'prependListener']);
/** What JavaScript itself asks of any object: to await it, to print it. */
const ASKED_OF_ANYTHING = new Set(['then', 'constructor', 'toJSON', 'toString', 'valueOf', 'prototype']);

/** What has been made to look like Electron, and what is behind it. */
const behind = new WeakMap<object, object>();
const inFront = new WeakMap<object, object>();

/**
 * The double's object as the product may see it: what `electron.d.ts` does not declare throws, and so does what it declares
 * but the double does not do. Nothing is silently undefined.
 */
export function guarded<T extends object>(type: string, target: T): T {
  const known = inFront.get(target);
  if (known) return known as T;
  const shape = surface.shape(type);
  const bound = new Map<PropertyKey, unknown>();
  const proxy: T = new Proxy(target, {
    get(_target, name) {
      if (typeof name === 'symbol') return Reflect.get(target, name);
      if (ASKED_OF_ANYTHING.has(name)) return Reflect.get(target, name);
      refuseUnknown(type, shape.members, name, target);
      if (isGone(target) && !STILL_THERE.has(name)) throw new TypeError('Object has been destroyed');
      const value = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (!bound.has(name)) bound.set(name, method(type, name, value.bind(target), proxy, target));
      return bound.get(name);
    },
    set(_target, name, value) {
      refuseUnknown(type, shape.members, String(name), target);
      return Reflect.set(target, name, value);
    },
  });
  behind.set(proxy, target);
  inFront.set(target, proxy);
  return proxy;
}

/** What the product holds in its hand, as the double made it. */
export function unguarded<T extends object>(value: T): T {
  return (behind.get(value) as T | undefined) ?? value;
}

/** The guarded object of something that was guarded before. */
export function asSeen<T extends object>(target: T): T {
  return (inFront.get(target) as T | undefined) ?? target;
}

/** What a closed window and its page still answer. */
const STILL_THERE = new Set([...LISTENING, 'isDestroyed', 'emit', 'removeAllListeners', 'listenerCount']);
const isGone = (target: object): boolean => 'gone' in target && target.gone === true;

function refuseUnknown(type: string, members: ReadonlySet<string>, name: string, target: object): void {
  if (!members.has(name)) throw new TypeError(`Electron ${surface.version} has no ${type}.${name}`);
  if (!(name in target)) throw new TypeError(`the double of Electron does not do ${type}.${name}`);
}

type Method = (...args: unknown[]) => unknown;

function method(type: string, name: string, run: Method, proxy: object, target: object): Method {
  const { events } = surface.shape(type);
  return (...args) => {
    if (LISTENING.has(name) && events.size > 0 && !events.has(String(args[0])))
      throw new TypeError(`Electron ${surface.version} has no event "${String(args[0])}" of ${type}`);
    const answer = run(...args);
    return answer === target ? proxy : answer;
  };
}

/** Throws where `given` names a setting that Electron's `type` does not have. */
export function refuseUnknownSettings(type: string, given: object): void {
  const { members } = surface.shape(type);
  for (const name of Object.keys(given))
    if (!members.has(name)) throw new TypeError(`Electron ${surface.version} has no ${type}.${name}`);
}

/** A class of the double: what it makes is guarded, and so are its static members. */
export function guardedClass<A extends unknown[], T extends object>(
  type: string,
  made: new (...args: A) => T,
): new (
  ...args: A
) => T {
  const { members } = surface.shape(type);
  return new Proxy(made, {
    construct: (target, args) => guarded(type, new target(...(args as A))),
    get(target, name) {
      if (typeof name === 'string' && !ASKED_OF_ANYTHING.has(name) && name !== 'name')
        refuseUnknown(type, members, name, target);
      return Reflect.get(target, name);
    },
  });
}
