import { describe, expect, it } from "vitest";
import { poolMonths } from "../../src/compute/pool_months.ts";
import { wilson } from "../../src/stats/wilson.ts";
import { month } from "./months.ts";

describe("twelve months together", () => {
  const north = { clinic_id: "north", denominator: 6, observed: 4 };

  it("add up the latest twelve closed months of each clinic, and no other", () => {
    const cells = [
      ...Array.from({ length: 14 }, (_, i) => month(i, i < 2 ? 4 : 1, north)),
      month(14, 4, { ...north, cohort: "closing" }),
      month(13, 60),
      month(13, 3, { ...north, stratum: "sex", level: "female" }),
    ];
    const [clinic, programme] = poolMonths(cells);
    expect(clinic).toEqual({
      measure: "response",
      instrument: "phq9",
      window: "10w",
      clinic_id: "north",
      period_start: "2022-03-01",
      period_end: "2023-02-28",
      denominator: 72,
      observed: 48,
      numerator: 12,
      value: 12 / 72,
      ...wilson(12, 72),
    });
    expect(programme).toMatchObject({ clinic_id: "all", period_start: "2022-03-01", denominator: 100 });
  });

  it("have no value, not zero, where nobody was eligible", () => {
    expect(poolMonths([month(0, 0, { denominator: 0, observed: 0 })])).toMatchObject([
      { denominator: 0, value: null, lower: null, upper: null },
    ]);
    expect(poolMonths([])).toEqual([]);
  });
});
