import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Small files that take long, and processes of their own: at the end each would keep everybody waiting. */
const LONG = [
  'test/simulation/simulation.test.ts',
  'test/build/programs.test.ts',
  'test/simulation/mutants/mutants.test.ts',
  'test/faults/kills/kills.test.ts',
  'test/electron-double/windows.test.ts',
  'test/electron-double/refusals.test.ts',
];

/** Vitest runs large files first where it knows nothing of earlier runs; the long ones are spread evenly among them. */
export class LongFilesSpread extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isNamed = (name: string, { moduleId }: TestSpecification): boolean => moduleId.endsWith(name);
    const sorted = await super.sort(files);
    const long = LONG.flatMap(name => sorted.filter(file => isNamed(name, file)));
    const others = sorted.filter(file => !long.includes(file));
    const stretch = Math.ceil(others.length / Math.max(long.length, 1));
    return [
      ...long.flatMap((file, index) => [file, ...others.slice(index * stretch, (index + 1) * stretch)]),
      ...others.slice(long.length * stretch),
    ];
  }
}
