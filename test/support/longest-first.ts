import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Small files of long tests, which Vitest takes for quick where it has never seen them run: begun last, they leave cores idle. */
const LONG = /\/test\/faults\/(kills|power)\//;

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter(file => !isLong(file))];
  }
}
