import { describe, expect, it } from 'vitest';
import { seededChance } from '../../chance.ts';
import { whyNoShim } from '../../shim.ts';
import { cutRestore } from './check.ts';
import { restoreStory } from './story.ts';

const SEED = 20_260_329;

const missing = whyNoShim();
if (missing) console.log(`Power cuts in a restore are not tried here: ${missing}`);

describe.skipIf(missing)('a power cut', { timeout: 120_000 }, () => {
  it('while a backup is made or restored leaves the old data or the restored, whole, and no backup that is not', async () => {
    const verdict = cutRestore(await restoreStory(), 1, seededChance(SEED));
    expect(verdict.broken).toEqual([]);
    expect(verdict.old).toBeGreaterThan(50);
    expect(verdict.restored).toBeGreaterThan(50);
  });
});
