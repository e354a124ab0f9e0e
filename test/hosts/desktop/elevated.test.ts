import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startElevated } from '../../../electron/hosts/desktop/updates/elevated.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keytill-elevated-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Stands where elevate.exe would: it asks nobody, and its answer is known. */
function elevateThat(does: string): string {
  const path = join(folder, 'elevate');
  writeFileSync(path, `#!/bin/sh\n${does}\n`, { mode: 0o755 });
  return path;
}

describe.skipIf(process.platform === 'win32')('the installer of an update', () => {
  test('runs when Windows lets it in, and only then is that said', async () => {
    const given = join(folder, 'given');
    const elevate = elevateThat(`sleep 0.2; echo "$*" > '${given}'`);
    const started = startElevated(elevate, ['setup.exe', '--updated', '/S']);
    expect(existsSync(given)).toBe(false);
    await started;
    expect(readFileSync(given, 'utf8')).toBe('setup.exe --updated /S\n');
  });

  test('is refused where no administrator agrees, and where nobody can be asked', async () => {
    const refused = { name: 'UpdateFailure', kind: 'refused' };
    await expect(startElevated(elevateThat('exit 1'), ['setup.exe'])).rejects.toMatchObject(refused);
    await expect(startElevated(join(folder, 'missing'), ['setup.exe'])).rejects.toMatchObject(refused);
  });
});
