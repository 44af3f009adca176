import { describe, expect, it } from "vitest";
import {
  absence,
  apartFrom,
  comparison,
  finding,
  isReadable,
  measuredAgain,
  title,
  trend,
} from "../../reports/components/sentences.ts";
import { STRINGS } from "../../reports/components/strings.ts";
import { cell, measure, WITHOUT } from "./made_cells.ts";

const month = (period_start: string, changes: Parameters<typeof cell>[0]) =>
  cell({ period_grain: "month", period_start, ...changes });

describe("a finding says what its cell says", () => {
  it("gives the rate and its range as people in a hundred", () => {
    expect(finding(measure(), cell())).toBe(
      "About 25 in 100 people halved their score or better (likely between 17 and 36).",
    );
  });

  it("falls back to the title of a measure without words of its own", () => {
    expect(finding(measure({ in_words: undefined }), cell())).toContain("met the measure “Response”");
  });

  it("tells hidden, no value, pending and zero apart", () => {
    const zero = cell({ numerator: 0, value: 0, lower: 0, upper: 0.05 });
    const said = [...Object.values(WITHOUT), zero].map((one) => finding(measure(), one));
    expect(new Set(said).size).toBe(4);
    expect(said[3]).toBe("Nobody halved their score or better (likely between 0 and 5).");
    expect(finding(measure(), undefined)).toBe(STRINGS.finding.none);
  });

  it("never calls a rate that only rounds to none or all nobody or everyone", () => {
    expect(finding(measure(), cell({ value: 0.004 }))).toMatch(/^Fewer than 1 in 100 people/);
    expect(finding(measure(), cell({ value: 0.997 }))).toMatch(/^More than 99 in 100 people/);
  });

  it("reads a result whose follow-up alone is hidden, and says that it is", () => {
    const partly = cell({ observed: null, follow_up: null, observed_value: null, status: "suppressed" });
    expect(isReadable(partly)).toBe(true);
    expect(absence(partly)).toBeUndefined();
    expect(finding(measure(), partly)).toContain("25 in 100");
    expect(measuredAgain(partly, "part")).toBe(STRINGS.finding.seenHidden);
  });

  it("adds who was measured again, but not where the measure is just that", () => {
    expect(measuredAgain(cell(), "part")).toBe("63 in 100 were measured again; of those, 40 in 100 did.");
    expect(measuredAgain(cell({ observed: 0, follow_up: 0, observed_value: null }), "part")).toBe(
      "0 in 100 were measured again.",
    );
    expect(measuredAgain(cell(), "result")).toBe("");
    expect(measuredAgain(cell(), "none")).toBe("");
    expect(measuredAgain(WITHOUT.suppressed, "part")).toBe("");
  });

  it("speaks of what the measure counts", () => {
    const referrals = measure({ unit: "referral", in_words: "were seen" });
    expect(finding(referrals, cell())).toMatch(/^About 25 in 100 referrals were seen/);
    expect(finding(referrals, cell({ value: 0 }))).toMatch(/^None of the referrals were seen/);
    expect(finding(referrals, cell({ value: 0.001 }))).toMatch(/^Fewer than 1 in 100 referrals/);
    expect(finding(measure(), cell({ value: 0 }))).toMatch(/^Nobody halved/);
  });

  it("names its month where it has one", () => {
    const care = measure({ unit: "episode_month", in_words: "had a contact" });
    const march = cell({ period_grain: "month", period_start: "2024-03-01", period_end: "2024-03-31" });
    expect(finding(care, march)).toMatch(/^About 25 in 100 people in care in March 2024 had a contact/);
  });

  it("titles a chart by its finding, or by its subject where there is none", () => {
    const window = { id: "6m", title: "6 months", definition: "" };
    expect(title({ measure: measure(), window }, cell())).toBe(
      "About 25 in 100 people halved their score or better",
    );
    expect(title({ measure: measure(), window }, WITHOUT.pending)).toBe("Response, 6 months");
  });
});

describe("a change is only called one when the intervals are apart", () => {
  const low = month("2024-01-01", { value: 0.1, lower: 0.05, upper: 0.15 });
  const high = month("2024-06-01", { value: 0.4, lower: 0.3, upper: 0.5 });
  const near = month("2024-06-01", { value: 0.14, lower: 0.08, upper: 0.2 });

  it("reads the direction from what is better", () => {
    expect(trend(measure(), [low, WITHOUT.suppressed, high])).toBe(
      "From 10 in 100 (January 2024) to 40 in 100 (June 2024): an improvement larger than chance alone explains.",
    );
    expect(trend(measure({ better: "lower" }), [low, high])).toContain("a worsening");
    expect(trend(measure({ better: "neither" }), [low, high])).toContain("a rise");
    expect(trend(measure(), [high, low])).toContain("a worsening");
    expect(trend(measure({ better: "neither" }), [high, low])).toContain("a fall");
  });

  it("says that it may be chance when they overlap", () => {
    expect(trend(measure(), [low, near])).toContain("may be chance");
  });

  it("says nothing about one period", () => {
    expect(trend(measure(), [low, WITHOUT.pending])).toBe("");
  });
});

describe("groups are compared with the programme, never ranked", () => {
  const programme = cell({ value: 0.3 });
  const within = cell({ lower: 0.2, upper: 0.4 });
  const above = cell({ lower: 0.35, upper: 0.6 });

  it("counts the intervals that lie to one side", () => {
    expect(apartFrom([within, above, WITHOUT.suppressed], programme)).toEqual({ apart: 1, of: 2 });
    expect(comparison([within, above], programme)).toMatch(/^1 of 2 .*must not be ranked\.$/);
    expect(comparison([within, within], programme)).toMatch(/^Both likely ranges include/);
    expect(comparison([within, within, within], programme)).toMatch(/^All 3 likely ranges include/);
  });

  it("says nothing about one group, or without a programme figure", () => {
    expect(comparison([within, WITHOUT.suppressed], programme)).toBe("");
    expect(comparison([within, above], WITHOUT.no_value)).toBe("");
  });
});
