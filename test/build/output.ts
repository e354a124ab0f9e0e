import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

export const root = join(import.meta.dirname, '../..');
const out = join(root, 'out');

/** Every file of a part of the build, by its path inside that part. */
export function built(part: 'main' | 'preload' | 'renderer'): Map<string, string> {
  const folder = join(out, part);
  if (!existsSync(folder)) throw new Error('The build is missing: run "npm run build" first.');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  return new Map(
    files.map(entry => {
      const file = join(entry.parentPath, entry.name);
      return [file.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(file, 'utf8')];
    }),
  );
}

/** What a built file asks of the outside: static and dynamic imports and requires of literal names. */
export function importsOf(code: string): string[] {
  const known = imports.get(code);
  if (known) return known;
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const part of node) visit(part);
    else if (isNode(node)) {
      const asked = textOf(askedBy(node));
      if (asked !== undefined) found.add(asked);
      for (const part of Object.values(node)) visit(part);
    }
  };
  visit(parseSync('built.js', code).program.body);
  imports.set(code, [...found]);
  return [...found];
}

/** Parsing two megabytes takes half a second: once is enough. */
const imports = new Map<string, string[]>();

interface Node {
  type: string;
  value?: unknown;
  quasis?: { value: { cooked: string } }[];
  source?: Node | null;
  callee?: Node;
  name?: string;
  arguments?: Node[];
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

function askedBy(node: Node): Node | null | undefined {
  const requires = node.type === 'CallExpression' && /^(__)?require$/.test(node.callee?.name ?? '');
  if (requires) return node.arguments?.[0];
  return /^(Import|Export)/.test(node.type) ? node.source : undefined;
}

/** A minifier may write a plain name as a template without parts. */
function textOf(node: Node | null | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  return node?.type === 'TemplateLiteral' && node.quasis?.length === 1
    ? node.quasis[0]?.value.cooked
    : undefined;
}

/** A file of the main build with everything it reaches, by name. */
export function reachedFrom(entry: string): Set<string> {
  const files = built('main');
  const reached = new Set<string>();
  const visit = (name: string) => {
    if (reached.has(name)) return;
    reached.add(name);
    const code = files.get(name);
    if (code === undefined) throw new Error(`${name} is not in the build`);
    for (const found of importsOf(code)) {
      if (found.startsWith('.')) visit(join(name, '..', found).replaceAll('\\', '/'));
    }
  };
  visit(entry);
  return reached;
}
