import { describe, expect, it } from 'vitest';
import { seededChance } from '../chance.ts';
import { whyNoShim } from '../shim.ts';
import { cutEverywhere } from './check.ts';
import { runStory } from './story.ts';

const SEED = 20_260_329;

const missing = whyNoShim();
if (missing) console.log(`Power cuts are not tried here: ${missing}`);

describe.skipIf(missing)('a power cut', { timeout: 120_000 }, () => {
  it('at any moment costs no acknowledged sale, no sent order and no key, and damages no file', async () => {
    const story = await runStory({ sales: 7 });
    const verdict = cutEverywhere(story, { part: 0.03, mixed: 2, chance: seededChance(SEED), enough: 5 });
    expect(verdict.broken).toEqual([]);
    expect(verdict.promised).toEqual({ sales: 7, requests: 9, keysShown: 7, keysPrinted: 7, givenBack: 2 });
    expect(verdict.different).toBeGreaterThan(300);
  });

  it('is seen by this check to cost all of that where commits do not wait for the disk', async () => {
    const story = await runStory({ sales: 1, synchronous: 'NORMAL' }, 0);
    const verdict = cutEverywhere(story, { part: 0, mixed: 0, chance: seededChance(SEED), enough: 10_000 });
    const costs = verdict.broken.map(({ what }) => what).join('\n');
    expect(costs).toMatch(/the acknowledged sale of .* is missing/);
    expect(costs).toMatch(/order .* was sent 1 times, and 0 of them are known/);
    expect(costs).toMatch(/the key of order .* was shown and is gone/);
    expect(costs).toContain('a key that is on paper is gone');
  });
});
