import { describe, expect, it } from "vitest";
import { poolLevels, SMALLER_GROUPS } from "../../src/compute/pool_levels.ts";
import { cell, momentCell } from "../disclosure/build.ts";

const people = (stratum: string, level: string, denominator: number) =>
  cell({ stratum, level, denominator, observed: denominator, numerator: 0 });

describe("categories in the site's own words", () => {
  const cells = [
    people("language", "English", 90),
    people("language", "Ann Smith", 1),
    people("language", "Welsh", 12),
    people("language", "unknown", 2),
    people("age_band", "under_18", 3),
  ];

  it("are counted as one where few people share them, and others stay", () => {
    expect(poolLevels(cells).cells.map(({ level, denominator }) => [level, denominator])).toEqual([
      ["English", 90],
      [SMALLER_GROUPS, 13],
      ["unknown", 2],
      ["under_18", 3],
    ]);
  });

  it("are named where any cell holds people enough, and then in every other", () => {
    const month = {
      ...people("language", "Welsh", 2),
      period_grain: "month" as const,
      period_start: "2024-01-01",
    };
    const { cells: pooled } = poolLevels([people("language", "Welsh", 13), month]);
    expect(pooled.map(({ level }) => level)).toEqual(["Welsh", "Welsh"]);
  });

  it("take the sums of their scores with them", () => {
    const scores = ["Ann Smith", "Welsh"].map((level) =>
      momentCell({ stratum: "language", level, changes: [1, 2], baselines: [10] }),
    );
    expect(poolLevels(cells).pool(scores)).toEqual([
      {
        ...momentCell({ stratum: "language", level: SMALLER_GROUPS }),
        value: { n: 4, sum: 6, sum_of_squares: 10 },
        held: { n: 4, sum: 6, sum_of_squares: 10 },
        baseline: { n: 2, sum: 20, sum_of_squares: 200 },
      },
    ]);
  });
});
