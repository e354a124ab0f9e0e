import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import configuration from '../../packaging/electron-builder.config.ts';
import { root } from './output.ts';

/** Licences that let their text be handed on with a program that is sold. */
const FREE = ['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

test.each([
  ['program', ['electron-updater', 'undici', 'zod', 'hono']],
  ['screens', ['react', 'react-dom', 'i18next', 'lucide-react']],
])('the notices of what others wrote of the %s are handed on with it', (part, packages) => {
  const notices = readFileSync(join(root, 'out', 'notices', `third-party-${part}.txt`), 'utf8');
  const each = notices.split(/\n-{80}\n\n/).map(notice => ({
    name: /^(\S+) \d/.exec(notice)?.[1],
    licence: /^Licence: (.+)$/m.exec(notice)?.[1],
    text: notice.split('\n\n').slice(1).join('\n\n').trim(),
  }));
  expect(each.map(({ name }) => name)).toEqual(expect.arrayContaining(packages));
  for (const { name, licence, text } of each) {
    expect([name, FREE.includes(licence ?? '')]).toEqual([name, true]);
    expect([name, text.length > 10]).toEqual([name, true]);
  }
  expect(notices).not.toContain(root);
  expect(configuration.extraResources).toEqual([{ from: 'out/notices', to: 'notices' }]);
});
