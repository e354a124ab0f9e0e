import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { machineOf } from '../../packaging/native-binary.ts';
import { root } from '../build/output.ts';

const prebuilds = join(root, 'node_modules', 'better-sqlite3', 'prebuilds');

test('a compiled file says itself which machine it is for', () => {
  const names = readdirSync(prebuilds);
  expect(names).toHaveLength(8);
  for (const name of names) {
    const [platform, arch] = name.replace('musl', '').replace('.node', '').split('-');
    expect([name, machineOf(join(prebuilds, name))]).toEqual([name, { platform, arch }]);
  }
});

test('what is no library is for no machine', () => {
  expect(machineOf(join(root, 'package-lock.json'))).toBeUndefined();
  expect(machineOf(join(root, '.gitignore'))).toBeUndefined();
});
