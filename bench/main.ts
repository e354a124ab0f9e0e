import { benchCatalogue } from './catalogue.ts';
import { benchCharge } from './charge.ts';
import { benchQueue } from './queue.ts';
import { benchStart } from './start/bench-start.ts';

const BENCHES = { charge: benchCharge, catalogue: benchCatalogue, queue: benchQueue, start: benchStart };

const asked = process.argv.slice(2);
const unknown = asked.filter(name => !Object.hasOwn(BENCHES, name));
if (unknown.length) {
  process.stderr.write(
    `No such bench: ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}\n`,
  );
  process.exit(2);
}
let allWell = true;
for (const [name, bench] of Object.entries(BENCHES)) {
  if (asked.length === 0 || asked.includes(name)) allWell = (await bench()) && allWell;
}
process.exit(allWell ? 0 : 1);
