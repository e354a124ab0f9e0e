import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { whyNoShim } from '../shim.ts';
import { MARKS, type Mark, PAPER } from './plot.ts';
import { runStory, type Story } from './story.ts';

/** What happened, in order: the till's marks by their names, its waits for the disk, and what went to the printer. */
function happenings({ root, events }: Story): string[] {
  return events.flatMap(({ kind, path, data }) => {
    if (kind === 'synced') return ['wait'];
    if (kind !== 'written') return [];
    if (path === join(root, MARKS)) return [(JSON.parse(data.toString()) as Mark).is];
    return path.startsWith(join(root, PAPER)) ? ['paper'] : [];
  });
}

/** From one charge to the next. */
function sales(all: string[]): string[][] {
  const starts = all.flatMap((what, index) => (what === 'charging' ? [index] : []));
  return starts.map((start, index) => all.slice(start, starts[index + 1]));
}

const waitsIn = (part: string[]) => part.filter(what => what === 'wait').length;

describe.skipIf(whyNoShim())('an order waits for the disk', { timeout: 120_000 }, () => {
  // A balance that is read at that moment is stored as well: one wait too many that is not there the next time.
  const again = { retry: 2 };
  // A look at a key is in the audit before the key is shown: a wait of its own.
  const till = { looks: false, sales: 4, checkpointAfter: 1_000, restMs: 250 };

  it(
    'three times: before the charge is answered, before its request leaves, before its key is anyone’s',
    again,
    async () => {
      const [first = [], , , three = []] = sales(happenings(await runStory({ ...till, prints: false }, 0)));
      expect(first.slice(0, first.indexOf('completed'))).toEqual([
        'charging',
        'wait',
        'charged',
        'wait',
        'requested',
        'wait',
      ]);
      // Three orders of one sale are stored, and sent, together.
      expect(waitsIn(three.slice(0, three.lastIndexOf('completed')))).toBeLessThanOrEqual(3 + 2);
    },
  );

  it(
    'and its receipt twice: it is lined up, and known to be printing, before anything is on paper',
    again,
    async () => {
      const [first = []] = sales(happenings(await runStory({ ...till, prints: true }, 0)));
      expect(waitsIn(first.slice(first.indexOf('requested'), first.indexOf('paper')))).toBe(1 + 2);
    },
  );
});
