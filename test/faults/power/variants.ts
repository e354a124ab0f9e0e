import type { Chance } from '../chance.ts';
import type { Disk, Fate, Files, Uncertain } from './disk-model.ts';
import { sectorsOf } from './disk-model.ts';

type All = (fate: (each: Uncertain, index: number) => Fate) => Files;

/**
 * What may be found when the power goes at this moment: nothing of what is uncertain, all of it, each thing missing by
 * itself, each write torn in its middle with everything before it there, and `mixed` blends of all that from `chance`.
 */
export function statesAfterPowerCut(disk: Disk, mixed: number, chance: Chance): Generator<Files> {
  return states(disk, mixed, chance, () => true, tornWrites);
}

/**
 * The same where long files lie uncertain, and their names are what matters: no write by itself, but each name missing by
 * itself, and each alone there, with nothing that was written.
 */
export function statesOfNames(disk: Disk, mixed: number, chance: Chance): Generator<Files> {
  return states(disk, mixed, chance, ({ kind }) => kind === 'naming', namesAlone);
}

function* states(
  disk: Disk,
  mixed: number,
  chance: Chance,
  isTriedAlone: (each: Uncertain) => boolean,
  besides: (all: All, uncertain: readonly Uncertain[]) => Iterable<Files>,
): Generator<Files> {
  const uncertain = disk.uncertain();
  const all: All = fate =>
    disk.after(new Map(uncertain.map((each, index) => [keyOf(each), fate(each, index)])));

  yield all(() => 'dropped');
  if (uncertain.length === 0) return;
  yield all(() => 'kept');
  for (const alone of uncertain.filter(isTriedAlone)) {
    yield all(each => (each === alone ? 'dropped' : 'kept'));
    yield all(each => (each === alone ? 'kept' : 'dropped'));
  }
  yield* besides(all, uncertain);
  for (let blend = 0; blend < mixed; blend++) {
    const likely = chance();
    yield all(each => blended(each, likely, chance));
  }
}

function* tornWrites(all: All, uncertain: readonly Uncertain[]): Generator<Files> {
  for (const [at, torn] of uncertain.entries()) {
    if (torn.kind !== 'write' || sectorsOf(torn.write) < 2) continue;
    const half = new Set(
      Array.from({ length: Math.floor(sectorsOf(torn.write) / 2) }, (_, sector) => sector),
    );
    yield all((_, index) => (index < at ? 'kept' : index === at ? half : 'dropped'));
  }
}

const namesAlone = (all: All): Files[] => [all(({ kind }) => (kind === 'naming' ? 'kept' : 'dropped'))];

function blended(each: Uncertain, likely: number, chance: Chance): Fate {
  if (each.kind === 'write' && sectorsOf(each.write) > 1 && chance() < 0.3) {
    const sectors = Array.from({ length: sectorsOf(each.write) }, (_, sector) => sector);
    return new Set(sectors.filter(() => chance() < likely));
  }
  return chance() < likely ? 'kept' : 'dropped';
}

const keyOf = (each: Uncertain): object => (each.kind === 'write' ? each.write : each.naming);
