/**
 * What Electron's IPC carries, as JSON: all that can be cloned and nothing else. Both functions also run inside pages, from
 * their source text, so each stands alone. Throws what `structuredClone` throws for what cannot be cloned.
 */
export function encode(value: unknown): string {
  const seen: object[] = [];
  const bytesOf = (view: ArrayBufferView) =>
    Array.from(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  const pack = (item: unknown): unknown => {
    if (item === undefined) return { $: 'undefined' };
    if (typeof item === 'bigint') return { $: 'bigint', v: String(item) };
    if (typeof item === 'number' && (!Number.isFinite(item) || Object.is(item, -0)))
      return { $: 'number', v: Object.is(item, -0) ? '-0' : String(item) };
    if (typeof item !== 'object' || item === null) return item;
    const earlier = seen.indexOf(item);
    if (earlier >= 0) return { $: 'again', v: earlier };
    seen.push(item);
    if (Array.isArray(item)) return { $: 'array', v: Array.from(item, pack) };
    if (item instanceof Date) return { $: 'date', v: item.getTime() };
    if (item instanceof RegExp) return { $: 'regexp', v: item.source, flags: item.flags };
    if (item instanceof Map) return { $: 'map', v: Array.from(item, pair => pair.map(pack)) };
    if (item instanceof Set) return { $: 'set', v: Array.from(item, pack) };
    if (item instanceof ArrayBuffer) return { $: 'buffer', v: bytesOf(new Uint8Array(item)) };
    if (ArrayBuffer.isView(item)) return { $: 'view', kind: item.constructor.name, v: bytesOf(item) };
    if (item instanceof Error)
      return { $: 'error', name: item.name, message: item.message, stack: item.stack };
    return { $: 'object', v: Object.entries(item).map(([key, inner]) => [key, pack(inner)]) };
  };
  return JSON.stringify(pack(structuredClone(value)));
}

/** The value that `encode` was given, without its prototypes. */
export function decode(text: string): unknown {
  interface Packed {
    $: string;
    v: unknown;
    kind?: string;
    flags?: string;
    name?: string;
    message?: string;
    stack?: string;
  }
  const seen: unknown[] = [];
  const kept = <T>(value: T): T => {
    seen.push(value);
    return value;
  };
  const pairs = (packed: Packed) => packed.v as [unknown, unknown][];
  const bytes = (packed: Packed) => new Uint8Array(packed.v as number[]).buffer;
  const view = (packed: Packed): unknown => {
    const kinds = globalThis as unknown as Record<string, new (buffer: ArrayBuffer) => unknown>;
    const Kind = kinds[packed.kind === 'Buffer' ? 'Uint8Array' : String(packed.kind)] ?? Uint8Array;
    return new Kind(bytes(packed));
  };
  const error = (packed: Packed): Error => {
    const made = new Error(packed.message);
    made.name = packed.name ?? 'Error';
    if (packed.stack) made.stack = packed.stack;
    return made;
  };
  const unpack = (item: unknown): unknown => {
    if (typeof item !== 'object' || item === null) return item;
    const packed = item as Packed;
    if (packed.$ === 'undefined') return undefined;
    if (packed.$ === 'bigint') return BigInt(String(packed.v));
    if (packed.$ === 'number') return Number(packed.v);
    if (packed.$ === 'again') return seen[Number(packed.v)];
    if (packed.$ === 'date') return kept(new Date(Number(packed.v)));
    if (packed.$ === 'regexp') return kept(new RegExp(String(packed.v), packed.flags));
    if (packed.$ === 'buffer') return kept(bytes(packed));
    if (packed.$ === 'view') return kept(view(packed));
    if (packed.$ === 'error') return kept(error(packed));
    if (packed.$ === 'array') {
      const list = kept<unknown[]>([]);
      for (const inner of packed.v as unknown[]) list.push(unpack(inner));
      return list;
    }
    if (packed.$ === 'map') {
      const map = kept(new Map());
      for (const [key, inner] of pairs(packed)) map.set(unpack(key), unpack(inner));
      return map;
    }
    if (packed.$ === 'set') {
      const set = kept(new Set());
      for (const inner of packed.v as unknown[]) set.add(unpack(inner));
      return set;
    }
    const object = kept<Record<string, unknown>>({});
    for (const [key, inner] of pairs(packed)) object[String(key)] = unpack(inner);
    return object;
  };
  return unpack(JSON.parse(text));
}
