import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

export interface BundleFile {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
  etag: string;
  cacheControl: string;
}

/** The screens as built, by URL path ("/", "/assets/main-B2x9fQ1a.js"). A path that is not in it does not exist. */
export type Bundle = ReadonlyMap<string, BundleFile>;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const NAMED_BY_CONTENT = /^\/assets\/.+-[\w-]{8,}\.\w+$/;

/** Reads every file of `folder` once. Throws when the screens have not been built. */
export function readBundle(folder: string): Bundle {
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`The screens are not built: ${folder} has no index.html. Run "npm run build".`);
  const bundle = new Map<string, BundleFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(folder.length).split(sep).join('/').replace(/^\/?/, '/');
    const read = bundleFile(path, new Uint8Array(readFileSync(file)));
    bundle.set(path, read);
    if (path === '/index.html') bundle.set('/', read);
  }
  return bundle;
}

function bundleFile(path: string, bytes: Uint8Array<ArrayBuffer>): BundleFile {
  return {
    bytes,
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    cacheControl: cacheControl(path),
  };
}

function cacheControl(path: string): string {
  if (path === '/index.html') return 'no-store';
  return NAMED_BY_CONTENT.test(path) ? 'private, max-age=31536000, immutable' : 'private, no-cache';
}
