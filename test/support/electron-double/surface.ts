import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What one class or interface of Electron has: its own members and those it inherits. */
export interface Shape {
  members: ReadonlySet<string>;
  /** The events it may be listened to; undefined where it takes any name, as a Node emitter does. */
  events: ReadonlySet<string>;
}

/** Electron's whole surface as its declarations say, and the version they are of. */
export interface Surface {
  version: string;
  shape(type: string): Shape;
  /** What a process of this kind may import from `electron`, and the type of each: "Main" or "Renderer". */
  exports(process: string): ReadonlyMap<string, string>;
}

interface Declared {
  parents: string[];
  members: Set<string>;
  events: Set<string>;
}

const EMITTER = [
  ...['on', 'once', 'off', 'emit', 'addListener', 'removeListener', 'removeAllListeners', 'listenerCount'],
  ...['listeners', 'setMaxListeners', 'getMaxListeners', 'eventNames', 'prependListener', 'rawListeners'],
];

/** The declarations of the installed Electron. */
export function installedSurface(): Surface {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  return readSurface(readFileSync(join(folder, 'electron.d.ts'), 'utf8'));
}

/** Reads `electron.d.ts`, which is generated and keeps one layout: types at two spaces, their members at four. */
export function readSurface(declarations: string): Surface {
  const version = /^\/\/ Type definitions for Electron (\S+)/.exec(declarations)?.[1];
  if (!version) throw new Error('these are not the type definitions of Electron');
  const declared = new Map<string, Declared>();
  const exported = new Map<string, Map<string, string>>();
  let current: Declared | undefined;
  let inProcess: Map<string, string> | undefined;
  for (const line of declarations.split('\n')) {
    const head = /^ {2}(?:class|interface) (\w+)(?: extends ([\w.]+))? \{/.exec(line);
    if (head) {
      current = { parents: head[2] ? [head[2]] : [], members: new Set(), events: new Set() };
      declared.set(head[1] ?? '', current);
    } else if (line.startsWith('  }')) [current, inProcess] = [undefined, undefined];
    else if (current) readMember(line, current);
    else if (inProcess) readExport(line, inProcess);
    else if (line.startsWith('  namespace ')) {
      inProcess = new Map();
      exported.set(line.split(' ')[3] ?? '', inProcess);
    }
  }
  const shapes = new Map<string, Shape>();
  return {
    version,
    exports: process => exported.get(process) ?? new Map(),
    shape(type) {
      const known = shapes.get(type) ?? inherited(type, declared);
      shapes.set(type, known);
      return known;
    },
  };
}

function readExport(line: string, names: Map<string, string>): void {
  const [, constant, type, made] =
    /^ {4}(?:const (\w+): (?:typeof )?(\w+)|class (\w+) extends)/.exec(line) ?? [];
  if (constant && type) names.set(constant, type);
  if (made) names.set(made, made);
}

function readMember(line: string, type: Declared): void {
  const member = /^ {4}(?:static |readonly |get |set )*(\w+)\??\s*[(:<]/.exec(line)?.[1];
  if (!member) return;
  type.members.add(member);
  const event = /^ {4}on\(event: '([^']+)'/.exec(line)?.[1];
  if (event) type.events.add(event);
}

function inherited(type: string, declared: ReadonlyMap<string, Declared>): Shape {
  if (type === 'NodeJS.EventEmitter' || type === 'NodeEventEmitter')
    return { members: new Set(EMITTER), events: new Set() };
  const own = declared.get(type);
  if (!own) throw new Error(`Electron declares no ${type}`);
  const above = own.parents.map(parent => inherited(parent, declared));
  return {
    members: new Set([...own.members, ...above.flatMap(shape => [...shape.members])]),
    events: new Set([...own.events, ...above.flatMap(shape => [...shape.events])]),
  };
}
