import { parseArgs } from 'node:util';
import { whyNoSecretService } from '../../support/secret-service.ts';
import { killRepeatedly } from './run.ts';

const HELP = `npm run simulate -- kills [--kills N] [--seed S]
  kills a till under a real partner N times (1000), at moments that follow from the seed, and reckons up what is left`;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const missing = whyNoSecretService();
if (missing) {
  console.error(`A till cannot be killed and started here: ${missing}`);
  process.exit(2);
}
console.error(`seed ${values.seed}`);
const reckoning = await killRepeatedly(Number(values.kills), Number(values.seed), done => {
  if (done % 50 === 0) console.error(`${done} kills`);
});
console.log(JSON.stringify(reckoning, null, 2));
process.exitCode = reckoning.wrong.length === 0 ? 0 : 1;
