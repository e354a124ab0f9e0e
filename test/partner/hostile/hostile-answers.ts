import fc from 'fast-check';
import { SHOP_TOKEN } from '../../support/partner-client.ts';

/** Text that goes into the answer as it is: what `JSON.stringify` would never write. */
class Raw {
  readonly json: string;
  constructor(json: string) {
    this.json = json;
  }
}

const POISON_TEXTS = [
  '',
  ' ',
  '\u0000',
  '\u001b@\u001dV\u0000\u0010\u0014\u0001\u001c.',
  'a\r\nset-cookie: b=c\r\n\r\n',
  '\u202eDESREVER\u202c',
  '\ud800',
  '\udc00\ud800',
  '\ufeffBOM',
  '<img src=x onerror=alert(1)><script>alert(2)</script>',
  '=HYPERLINK("https://evil.example","x")',
  '../../etc/passwd',
  "'; DROP TABLE orders; --",
  '🂡👩‍👩‍👧‍👦',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢',
  'NaN',
  '1e400',
  `${SHOP_TOKEN}`,
  'x'.repeat(70_000),
  '__proto__',
] as const;

const POISON_NUMBERS = [
  '1e400',
  '-1e400',
  '-0',
  '-0.0',
  '9007199254740993',
  '18446744073709551616',
  `0.${'1'.repeat(400)}`,
  `${'9'.repeat(400)}`,
  '1e-400',
  '0.30000000000000004',
  '-1',
  '2.5',
] as const;

const nested = (depth: number, [open, close]: readonly [string, string]): Raw =>
  new Raw(`${open.repeat(depth)}1${close.repeat(depth)}`);

const poison: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...POISON_TEXTS),
  fc.constantFrom(...POISON_NUMBERS).map(digits => new Raw(digits)),
  fc.constantFrom(null, true, false, [], {}, [[[]]], [null], { toString: 1, valueOf: null, toJSON: 'x' }),
  fc.constantFrom(nested(100_000, ['[', ']']), nested(30_000, ['{"a":', '}']), nested(25, ['[', ']'])),
  fc.jsonValue({ maxDepth: 2 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

type Path = readonly (string | number)[];
type Mutation =
  | { do: 'replace'; at: number; with: unknown }
  | { do: 'drop' | 'twice' | 'list'; at: number }
  | { do: 'add'; at: number; name: string; with: unknown };

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('replace' as const), at: fc.nat(), with: poison }) },
  fc.record({ do: fc.constantFrom('drop' as const, 'twice' as const, 'list' as const), at: fc.nat() }),
  fc.record({
    do: fc.constant('add' as const),
    at: fc.nat(),
    name: fc.constantFrom('__proto__', 'constructor', 'error', 'code', 'message', 'key', 'toJSON', ''),
    with: poison,
  }),
);

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, [...path, name]))];
}

/** The answer as JSON text, with what these mutations did to it. */
export function mutated(answer: unknown, mutations: readonly Mutation[]): string {
  const paths = pathsOf(answer);
  const chosen = mutations.map(change => ({ change, path: paths[change.at % paths.length] ?? [] }));
  return written(answer, [], chosen);
}

function written(value: unknown, path: Path, chosen: { change: Mutation; path: Path }[]): string {
  const here = chosen.filter(({ path: at }) => at.join('\0') === path.join('\0')).map(({ change }) => change);
  const replaced = here.find(change => change.do === 'replace');
  const json = replaced ? writtenPoison(replaced.with) : writtenValue(value, path, chosen, here);
  return here.some(change => change.do === 'list') ? `[${json},${json}]` : json;
}

function writtenValue(
  value: unknown,
  path: Path,
  chosen: { change: Mutation; path: Path }[],
  here: Mutation[],
): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = Object.entries(value).flatMap(([name, item]) => {
    const at = [...path, name].join('\0');
    const changes = chosen
      .filter(({ path: other }) => other.join('\0') === at)
      .map(({ change }) => change.do);
    if (changes.includes('drop')) return [];
    const json = written(item, [...path, name], chosen);
    const field = Array.isArray(value) ? json : `${JSON.stringify(name)}:${json}`;
    return changes.includes('twice') ? [field, field] : [field];
  });
  if (Array.isArray(value)) return `[${inner.join(',')}]`;
  const added = here.flatMap(change =>
    change.do === 'add' ? [`${JSON.stringify(change.name)}:${writtenPoison(change.with)}`] : [],
  );
  return `{${[...inner, ...added].join(',')}}`;
}

const writtenPoison = (value: unknown): string => (value instanceof Raw ? value.json : JSON.stringify(value));

/** Mostly a documented answer with one to three things wrong in it, and sometimes nothing of the kind. */
export const mutations = fc.array(mutation, { minLength: 1, maxLength: 3 });

/** How an answer comes: what its bytes are, what its head says of them, and in which pieces they arrive. */
export interface Delivery {
  status: number;
  headers: Record<string, string>;
  body: 'plain' | 'bom' | 'cut' | 'html' | 'empty' | 'not text' | 'utf16';
  pieces: number;
  chunked: boolean;
  early: number;
}

export const delivery: fc.Arbitrary<Delivery> = fc.record({
  status: fc.oneof(
    { weight: 4, arbitrary: fc.constant(200) },
    fc.constantFrom(201, 204, 301, 302, 307, 400, 401, 404, 429, 500, 503, 599, 999),
  ),
  headers: fc.constantFrom(
    {},
    { 'content-type': 'text/html' },
    { 'content-type': 'application/octet-stream' },
    { 'content-encoding': 'gzip' },
    { 'content-encoding': 'br, gzip', 'content-type': 'image/png' },
    { 'retry-after': '999999999999999999999' },
    { 'retry-after': '-1', date: 'NaN' },
    { 'set-cookie': 'a=b', location: 'https://evil.example/' },
    { 'x-long': 'y'.repeat(10_000) },
    { __proto__: 'x', constructor: 'y' },
  ),
  body: fc.oneof(
    { weight: 6, arbitrary: fc.constant('plain' as const) },
    fc.constantFrom('bom', 'cut', 'html', 'empty', 'not text', 'utf16'),
  ),
  pieces: fc.integer({ min: 1, max: 5 }),
  chunked: fc.boolean(),
  early: fc.constantFrom(0, 0, 0, 1, 20),
});

/** The bytes of such an answer, in the pieces they are to be written in. */
export function bytesOf(json: string, how: Delivery): Buffer[] {
  const body = bodyOf(json, how.body);
  const length = how.chunked ? 'transfer-encoding: chunked' : `content-length: ${body.length}`;
  const head = [
    `HTTP/1.1 ${how.status} X`,
    'content-type: application/json',
    ...Object.entries(how.headers).map(([name, value]) => `${name}: ${value}`),
    length,
  ].join('\r\n');
  const early = 'HTTP/1.1 103 Early\r\nlink: </x>\r\n\r\n'.repeat(how.early);
  const size = Math.ceil(body.length / how.pieces) || 1;
  const parts = Array.from({ length: Math.ceil(body.length / size) }, (_, at) =>
    body.subarray(at * size, (at + 1) * size),
  );
  const framed = how.chunked ? [...parts.map(part => chunk(part)), Buffer.from('0\r\n\r\n')] : parts;
  return [Buffer.from(`${early}${head}\r\n\r\n`), ...framed];
}

const chunk = (part: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]);

function bodyOf(json: string, kind: Delivery['body']): Buffer {
  switch (kind) {
    case 'plain':
      return Buffer.from(json);
    case 'bom':
      return Buffer.from(`\ufeff${json}`);
    case 'cut':
      return Buffer.from(json.slice(0, json.length >> 1));
    case 'html':
      return Buffer.from(`<html><body onload=alert(1)>${json}</body></html>`);
    case 'empty':
      return Buffer.alloc(0);
    case 'not text':
      return Buffer.from(Uint8Array.from(Buffer.from(json), byte => byte ^ 0xa5));
    case 'utf16':
      return Buffer.from(json, 'utf16le');
  }
}
