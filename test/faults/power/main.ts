import { parseArgs } from 'node:util';
import { seededChance } from '../chance.ts';
import { whyNoShim } from '../shim.ts';
import { cutEverywhere } from './check.ts';
import { runStory } from './story.ts';

const HELP = `npm run simulate -- power [--sales N] [--seed S] [--part P] [--mixed N]
  cuts the power after everything a till does in N sales (12), and looks what it costs
  --part P    only after such a part of what it does, between 0 and 1
  --mixed N   so many blends of lost, kept and torn writes at each cut, beyond those that are always tried (4)`;

const { values } = parseArgs({
  options: {
    sales: { type: 'string', default: '12' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    part: { type: 'string', default: '1' },
    mixed: { type: 'string', default: '4' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const missing = whyNoShim();
if (missing) {
  console.error(`Power cuts cannot be tried here: ${missing}`);
  process.exit(2);
}
console.error(`seed ${values.seed}`);
const story = await runStory({ sales: Number(values.sales) });
const verdict = cutEverywhere(story, {
  part: Number(values.part),
  mixed: Number(values.mixed),
  chance: seededChance(Number(values.seed)),
  enough: 20,
});
console.log(JSON.stringify({ seed: Number(values.seed), doings: story.events.length, ...verdict }, null, 2));
process.exitCode = verdict.broken.length === 0 ? 0 : 1;
