import { describe, expect, it } from "vitest";
import { countMeasure } from "../../src/compute/count_measure.ts";
import { MEASURES } from "../../src/measures/index.ts";
import { repeatedGrain } from "../../src/measures/measure.ts";
import { buildRegistry } from "../support/registry.ts";
import { programmeCasesOf } from "./programme_oracle.ts";
import { randomProgramme } from "./random_programme.ts";

/** Each batch is one as-of date and so many one-person registries. */
const BATCHES = 6;
const PEOPLE = 400;

const YEARLY = MEASURES.filter((measure) => repeatedGrain(measure) === "year");

const COLUMNS = `unit_id, "window", period_start, clinic_id, age_band, denominator, observed, numerator, exclusion_reason`;

const line = (values: object): string =>
  JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The lines of one list that the other lacks, a few of them. */
function beyond(one: readonly string[], other: readonly string[]): string[] {
  const known = new Set(other);
  return one.filter((each) => !known.has(each)).slice(0, 3);
}

describe("on thousands of random people", () => {
  it("the SQL of every national measure gives case by case what its text says, and every rule was put to use", async () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= BATCHES; seed++) {
      const { asOf, ...tables } = randomProgramme(seed, PEOPLE);
      const clinic = ["north", "south"].map((clinic_id) => ({ clinic_id }));
      const warehouse = await buildRegistry({ clinic, ...tables }, asOf);
      const expected = programmeCasesOf({ asOf, ...tables });
      for (const { measure, window, exclusion_reason, observed, numerator } of expected)
        seen.add(`${measure} ${window} ${exclusion_reason ?? (observed ? numerator : "not observed")}`);
      for (const measure of YEARLY) {
        const rows = await warehouse.rows(`SELECT ${COLUMNS} FROM measure.${measure.id}`);
        const inSql = rows.map((row) => line({ measure: measure.id, ...row }));
        const inText = expected.filter((each) => each.measure === measure.id).map(line);
        expect([seed, beyond(inSql, inText), beyond(inText, inSql)]).toEqual([seed, [], []]);
        expect(inSql).toHaveLength(inText.length);
        (await countMeasure(warehouse, measure, { asOf })).steps;
      }
      await warehouse.close();
    }
    const possible = YEARLY.flatMap(({ id, windows, exclusions, has_follow_up }) =>
      windows.flatMap((window) =>
        [...exclusions, 1, ...(has_follow_up ? ["not observed"] : [0])].map(
          (what) => `${id} ${window} ${what}`,
        ),
      ),
    );
    expect(possible.filter((what) => !seen.has(what))).toEqual([]);
  });
});
