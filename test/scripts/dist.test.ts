import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../build/output.ts';

const { electronBinary }: { electronBinary(): string | undefined } = await import(
  new URL('../../scripts/electron-binary.mjs', import.meta.url).href
);

test.skipIf(electronBinary() !== undefined)(
  'without the Electron binary, packaging ends with one plain sentence',
  () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'scripts', 'run.mjs'), 'dist'],
      {
        encoding: 'utf8',
        env: { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
      },
    );
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n').at(-1)).toMatch(
      /^KeyTill: a package needs the Electron binary, .*not be fetched$/,
    );
    expect(stderr).not.toMatch(/^\s+at /m);
  },
);
