import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** The packages whose code a build has taken in, by folder; vite's own plugins have none. */
const packageOf = (module: string): string | undefined =>
  /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(module)?.[1];

/**
 * Writes the licences of what a build has taken in to `file`: with a program that others wrote parts of, their notices are
 * handed on. Fails where a package has none.
 */
export function thirdPartyNotices(file: string): Plugin {
  return {
    name: 'third-party-notices',
    apply: 'build',
    writeBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap(part => (part.type === 'chunk' ? part.moduleIds : []));
      const folders = new Set(modules.flatMap(module => packageOf(module) ?? []));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, [...folders].map(noticeOf).sort().join(RULE));
    },
  };
}

const RULE = `\n${'-'.repeat(80)}\n\n`;

function noticeOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string') throw new Error(`${name} names no licence`);
  const text = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
  const own = text ? readFileSync(join(folder, text), 'utf8').trim() : '';
  return `${name} ${version}\nLicence: ${license}\n\n${own || holderOf(folder)}\n`;
}

/** Some packages only name their licence, and who wrote them. */
function holderOf(folder: string): string {
  const { author, homepage, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const by = typeof author === 'object' ? author?.name : author;
  const at = homepage ?? repository?.url ?? repository;
  const known = [by, at].filter(value => typeof value === 'string');
  if (known.length === 0) throw new Error(`${folder} says neither who wrote it nor where it is from`);
  return known.join('\n');
}
