import type { PrintPage } from '../../electron/ports.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The texts on a page, line by line as they stand there. */
export function linesOf({ html }: PrintPage): string[] {
  return [...html.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text = '']) =>
    text.replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? '?').trim(),
  );
}
