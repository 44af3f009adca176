import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest: were it started last, one worker would end alone. */
const LONG = ["browser/", "surface/", "golden/run", "attack/", "publish/kill", "synthetic/", "oracle/"];

/** Starts the long files first, those of a folder together. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = LONG.findIndex((part) => moduleId.includes(`/test/${part}`));
      return place < 0 ? LONG.length : place;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
