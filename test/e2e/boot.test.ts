import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { wrongAtBoot } from '../support/boot-proof.ts';
import { hostsUnderTest } from '../support/hosts.ts';

const folder = mkdtempSync(join(tmpdir(), 'keytill-e2e-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));

for (const host of hostsUnderTest(['double']))
  test.skipIf(host === 'loopback')(
    `on the host ${host} the desktop till boots, and lets its page go nowhere`,
    async () => {
      expect(await wrongAtBoot(host, join(folder, host))).toBeUndefined();
    },
  );
