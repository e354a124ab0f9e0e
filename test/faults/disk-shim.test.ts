import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRecord } from './disk-record.ts';
import { compileShim, whyNoShim } from './shim.ts';
import { runUnderShim } from './under-shim.ts';

test.skipIf(whyNoShim())(
  'what is written to another file is not taken for one that had its number before',
  async () => {
    const home = mkdtempSync(join(tmpdir(), 'keytill-shim-'));
    try {
      const [folder, record] = [join(home, 'watched'), join(home, 'record')];
      mkdirSync(folder);
      const program = `
        const fs = require('node:fs');
        fs.writeFileSync(${JSON.stringify(join(folder, 'own'))}, 'own');
        fs.writeFileSync(${JSON.stringify(join(home, 'other'))}, 'other');
      `;
      await runUnderShim(['-e', program], { library: compileShim(home), folder, record });
      expect(readRecord(record).map(({ kind, data }) => [kind, String(data)])).toEqual([
        ['created', ''],
        ['written', 'own'],
      ]);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  },
);
