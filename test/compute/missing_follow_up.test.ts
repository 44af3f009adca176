import { describe, expect, it } from "vitest";
import { countMeasure } from "../../src/compute/count_measure.ts";
import { response } from "../../src/measures/response/measure.ts";
import { missingFollowUp } from "../../src/stats/missing_follow_up.ts";
import { randomIntegers } from "../disclosure/build.ts";
import { caseTable } from "../support/case_table.ts";

interface Person {
  clinic: string;
  met: number;
  seen: number;
}

/** The counts of every clinic and of the whole programme, by clinic. */
async function counts(people: readonly Person[]) {
  const rows = people.map(({ clinic, met, seen }) => `2024-01-01 | ${clinic} | ${seen} | ${seen * met}`);
  const warehouse = await caseTable(
    response.id,
    ["period_start | clinic_id | observed | numerator", ...rows].join("\n"),
  );
  const cells = (await countMeasure(warehouse, response, { asOf: "2025-01-01" })).cells;
  await warehouse.close();
  return new Map(
    cells
      .filter(
        ({ window, period_grain, stratum }) =>
          window === "10w" && period_grain === "all" && stratum === "all",
      )
      .map(({ clinic_id, denominator: eligible, observed, numerator: successes }) => [
        clinic_id,
        { eligible, observed, successes },
      ]),
  );
}

describe("scores deleted at random", () => {
  it.each([1, 2, 3, 4, 5])(
    "never push the truth out of the bounds, in any clinic (seed %i)",
    async (seed) => {
      const below = randomIntegers(seed);
      const share = below(100);
      const everyone = Array.from({ length: 120 }, () => ({
        clinic: ["north", "south", "west"][below(3)] ?? "",
        met: below(2),
        seen: 1,
      }));
      const truth = await counts(everyone);
      const left = await counts(everyone.map((person) => ({ ...person, seen: below(100) < share ? 0 : 1 })));
      expect(left.size).toBe(4);
      for (const [clinic, known] of left) {
        const { eligible = 0, successes = 0 } = truth.get(clinic) ?? {};
        const { worst = Number.NaN, best = Number.NaN } = missingFollowUp(known).bounds ?? {};
        expect(worst).toBeLessThanOrEqual(successes / eligible);
        expect(best).toBeGreaterThanOrEqual(successes / eligible);
        expect((best - worst) * eligible).toBeCloseTo(known.eligible - known.observed, 9);
      }
    },
  );
});
