import { parseArgs } from 'node:util';
import { MUTANTS } from './mutants.ts';
import { RESTORE_MISTAKES } from './restores/mistakes.ts';
import { testsThatSee } from './restores/run-mistakes.ts';
import { runMutants } from './run-mutants.ts';

const HELP = `npm run simulate -- mutants                 makes every mistake in turn, and says what sees it
npm run simulate -- mutants --only NAME     those with NAME in their name, such as "restore"
npm run simulate -- mutants --list          their names`;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    list: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const isMeant = ({ name }: { name: string }): boolean => name.includes(values.only);
const simulated = MUTANTS.filter(isMeant);
const restores = RESTORE_MISTAKES.filter(isMeant);
const tell = (line: string): void => void process.stdout.write(`${line}\n`);

if (values.help) tell(HELP);
else if (values.list) for (const { name } of [...simulated, ...restores]) tell(name);
else process.exitCode = await fightAll();

async function fightAll(): Promise<number> {
  let unseen = 0;
  const count = (name: string, seenBy: string | undefined): void => {
    if (seenBy === undefined) unseen++;
    tell(`${name}: ${seenBy ?? 'NOT SEEN'}`);
  };
  for await (const { name, seed, law } of runMutants(simulated))
    count(name, seed === undefined ? undefined : `seed ${seed}, ${law}`);
  for (const mistake of restores) count(mistake.name, await testsThatSee(mistake));
  if (simulated.length + restores.length === 0) tell(`no mistake has "${values.only}" in its name`);
  return unseen === 0 && simulated.length + restores.length > 0 ? 0 : 1;
}
