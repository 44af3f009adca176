import { describe, expect, it } from "vitest";
import {
  PEOPLE_PER_CELL as ENOUGH,
  PEOPLE_PER_ONLY_MONTH as ENOUGH_A_MONTH,
  readableCuts,
} from "../../src/compute/readable_cuts.ts";
import type { CountCell } from "../../src/reference/cells.ts";
import { cell } from "../disclosure/build.ts";

const QUARTERS = ["2024-01-01", "2024-04-01"];
const CLINICS = ["north", "south"];

/** The quarters of two clinics, of so many people each. */
const quarters = (people: readonly number[], changes: Partial<CountCell> = {}): CountCell[] =>
  CLINICS.flatMap((clinic_id) => QUARTERS.map((period_start) => ({ clinic_id, period_start }))).map(
    (place, at) => cell({ period_grain: "quarter", ...place, denominator: people[at] ?? 0, ...changes }),
  );

const readable = (cells: readonly CountCell[]) => cells.filter(readableCuts([cell(), ...cells])).length;

describe("a cut into short periods of parts", () => {
  it("is kept whole where its cells hold enough people on average, and left out whole where they do not", () => {
    expect(readable(quarters([0, 10, 40, 4 * ENOUGH - 50]))).toBe(4);
    expect(readable(quarters([0, 10, 40, 4 * ENOUGH - 51]))).toBe(0);
  });

  it("is judged by periods whose windows have closed", () => {
    const filling = quarters([0, 0, 0, 0], { cohort: "open" });
    expect(readable([...quarters([ENOUGH, ENOUGH, ENOUGH, ENOUGH]), ...filling])).toBe(8);
    expect(readable(quarters([999, 999, 999, 999], { cohort: "closing" }))).toBe(0);
  });

  it("is judged by itself: not with another grain, stratum, measure, instrument or window", () => {
    const small = quarters([1, 1, 1, 1]);
    for (const other of [
      { period_grain: "month" },
      { clinic_id: "all", stratum: "sex", level: "female" },
      { measure: "remission" },
      { instrument: "gad7" },
      { window: "6m" },
    ] as const)
      expect(
        small.filter(readableCuts([cell(), ...small, ...quarters([999, 999, 999, 999], other)])),
      ).toEqual([]);
  });
});

describe("kept whatever their size", () => {
  it.each([
    ["years of a clinic", { period_grain: "year", clinic_id: "north" }],
    ["a clinic over all time", { clinic_id: "north" }],
    ["a group over all time", { stratum: "sex", level: "female" }],
    ["months of the whole programme", { period_grain: "month" }],
  ] as const)("are %s", (_, place) => {
    expect(readable([cell({ ...place, denominator: 1 })])).toBe(1);
  });
});

describe("what is counted by month only", () => {
  it("keeps the months of its parts at a lower number, for it has nothing coarser", () => {
    const months = (mean: number) => quarters([mean, mean, mean, mean], { period_grain: "month" });
    const kept = (mean: number) => months(mean).filter(readableCuts(months(mean))).length;
    expect([kept(ENOUGH_A_MONTH), kept(ENOUGH_A_MONTH - 1)]).toEqual([4, 0]);
  });
});
