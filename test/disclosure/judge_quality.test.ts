import { describe, expect, it } from "vitest";
import { drawCell } from "../../src/disclosure/draw.ts";
import { judgeQuality, type MeasureToJudge, type Published } from "../../src/disclosure/judge_quality.ts";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { priceFixes, rangeOf, withFollowUp } from "../../src/disclosure/price_fixes.ts";
import { protectScores } from "../../src/disclosure/protect_inputs.ts";
import type { ReleasedCell, ReleasedInput, ReleasedStep } from "../../src/disclosure/released.ts";
import { cell } from "./build.ts";

const KEY = { measure: "remission", instrument: "phq9", window: "6m" };

const remission: MeasureToJudge = {
  id: "remission",
  needs: ["patient", "episode", "assessment"],
  missing_tables: [],
  has_follow_up: true,
  kind: "proportion",
  main: { instrument: "phq9", window: "6m" },
};
const wait: MeasureToJudge = {
  ...remission,
  id: "first_contact_wait",
  needs: ["patient", "episode", "contact"],
  has_follow_up: false,
  main: null,
};

const SHOWN = { denominator: true, observed: true, numerator: true };
const released = (counts: object, shown = SHOWN): ReleasedCell =>
  drawCell(
    cell({ ...KEY, period_grain: "all", period_start: null, period_end: null, ...counts }),
    shown,
    PUBLIC,
  );

const input = (table: string, read: number | null, rest: Partial<ReleasedInput> = {}): ReleasedInput => ({
  file: `${table}.csv`,
  table,
  sha256: "",
  read,
  accepted: read,
  rejected: 0,
  duplicate: 0,
  out_of_scope: 0,
  balances: true,
  ...rest,
});

const step = (name: string, units: number | null): ReleasedStep => ({
  ...KEY,
  period_start: null,
  step_order: 0,
  step: name,
  units,
  status: "shown",
});

const SOUND: Published = {
  inputs: [input("patient", 1000), input("episode", 800), input("assessment", 5000), input("contact", 4000)],
  cells: [released({ denominator: 200, observed: 180, numerator: 90 })],
  steps: [step("all", 300), step("no_baseline", 15)],
  scores: { forms: 5000, unscorable: 0, late: 0 },
};

const verdicts = (published: Partial<Published>, measures = [remission, wait]) =>
  judgeQuality(measures, { ...SOUND, ...published }).map(({ verdict }) => verdict);

describe("the verdict on a measure", () => {
  it("is fit where its inputs are sound", () => {
    expect(verdicts({})).toEqual(["fit", "fit"]);
  });

  it.each([
    [{ inputs: [input("contact", 4000, { rejected: 10 })] }, ["fit", "caution"]],
    [{ inputs: [input("contact", 4000, { rejected: 400 })] }, ["fit", "not_fit"]],
    [{ inputs: [input("assessment", 5000, { duplicate: 20 })] }, ["caution", "fit"]],
    [{ scores: { forms: 5000, unscorable: 0, late: 100 } }, ["caution", "fit"]],
    [{ scores: { forms: 5000, unscorable: 2000, late: 0 } }, ["not_fit", "fit"]],
    [{ steps: [step("all", 300), step("no_baseline", 45)] }, ["caution", "fit"]],
    [{ cells: [released({ denominator: 200, observed: 120, numerator: 60 })] }, ["caution", "fit"]],
    [{ cells: [released({ denominator: 200, observed: 90, numerator: 45 })] }, ["not_fit", "fit"]],
  ] satisfies [Partial<Published>, string[]][])(
    "falls only where its own inputs do (%#)",
    (published, expected) => {
      expect(verdicts(published)).toEqual(expected);
    },
  );

  it("is not fit where a table is absent, and says which", () => {
    const [judged] = judgeQuality([{ ...wait, missing_tables: ["contact"] }], SOUND);
    expect(judged).toMatchObject({
      verdict: "not_fit",
      findings: [{ rule: "table_absent", about: "contact", share: 1 }],
    });
  });

  it("does not mark the share followed up down for itself, but a mean for it", () => {
    const cells = [released({ denominator: 200, observed: 90, numerator: 90 })];
    expect(verdicts({ cells }, [remission])).toEqual(["fit"]);
    expect(verdicts({ cells }, [{ ...remission, kind: "mean" }])).toEqual(["not_fit"]);
  });

  it("names the attribute that is recorded least, of everyone in the same time", () => {
    const unknown = (stratum: string, denominator: number, rest = {}) =>
      released({
        stratum,
        level: "unknown",
        denominator,
        observed: denominator - 20,
        numerator: 15,
        ...rest,
      });
    const cells = [
      ...SOUND.cells,
      unknown("race", 60),
      unknown("sex", 40),
      unknown("baseline_band", 150),
      unknown("race", 180, { period_grain: "year", period_start: "2024-01-01" }),
    ];
    const [judged] = judgeQuality([remission], { ...SOUND, cells });
    expect(judged?.findings.at(-1)).toEqual({
      rule: "unknown_group",
      about: "race",
      share: 0.3,
      verdict: "caution",
    });
  });

  it("reads the latest closed month of what is counted by month, and passes over what is hidden", () => {
    const month = (start: string, observed: number, cohort: "closed" | "open") =>
      released({
        period_grain: "month",
        period_start: start,
        denominator: 200,
        observed,
        numerator: 60,
        cohort,
      });
    const months = [
      month("2024-01-01", 80, "closed"),
      month("2024-02-01", 190, "closed"),
      month("2024-03-01", 70, "open"),
    ];
    expect(verdicts({ cells: months }, [remission])).toEqual(["fit"]);
    const hidden = released({ denominator: 200, observed: 90, numerator: 45 }, { ...SHOWN, observed: false });
    expect(
      verdicts({ cells: [hidden], inputs: [input("assessment", null)], steps: [] }, [remission]),
    ).toEqual(["fit"]);
    expect(verdicts({ cells: [] }, [remission])).toEqual(["fit"]);
  });
});

describe("what completing scores would do", () => {
  const counts = { denominator: 200, observed: 90, numerator: 45 };

  it("is what the release would say had the missing fared as the others did", () => {
    const [fix] = priceFixes([remission, wait], { cells: [released(counts)], steps: [] });
    const after = released({ denominator: 200, observed: 200, numerator: 100 });
    expect(fix).toMatchObject({ ...KEY, fix: "follow_up", people: 110 });
    expect(fix?.after).toEqual({ lower: after.lower, upper: after.upper });
    const now = released(counts);
    expect(fix?.now.lower).toBeLessThan(now.value ?? 0);
    expect(fix?.now.upper).toBeGreaterThan(now.highest_possible ?? 1);
  });

  it("adds people with a starting score in the proportions of the others, and comes after what helps more", () => {
    const steps = [step("all", 250), step("no_baseline", 50)];
    const found = priceFixes([remission], { cells: [released(counts)], steps });
    expect(found.map(({ fix, people }) => [fix, people])).toEqual([
      ["follow_up", 110],
      ["baseline", 50],
    ]);
    expect(found[1]?.after).toEqual(rangeOf({ denominator: 250, observed: 113, numerator: 56 }));
  });

  it("is nothing where nobody is missing, and is not said where a count is hidden or the result is being seen", () => {
    const none = (cells: ReleasedCell[], measure = remission) => priceFixes([measure], { cells, steps: [] });
    expect(none([released({ denominator: 200, observed: 200, numerator: 80 })])).toEqual([]);
    expect(none([released(counts, { ...SHOWN, observed: false })])).toEqual([]);
    expect(none([released({ ...counts, numerator: 90 })])).toEqual([]);
    expect(none([])).toEqual([]);
    expect(none([released(counts)], { ...remission, kind: "mean" })).toEqual([]);
  });

  it("knows no rate where nobody was seen, and no range where nobody is eligible", () => {
    expect(withFollowUp({ denominator: 50, observed: 0, numerator: 0 }, 50)).toMatchObject({ numerator: 0 });
    expect(rangeOf({ denominator: 0, observed: 0, numerator: 0 })).toEqual({ lower: 0, upper: 1 });
  });
});

describe("counts of forms", () => {
  it("are protected as counts of rows are", () => {
    expect(protectScores({ forms: 5003, unscorable: 12, late: 0 }, PUBLIC)).toEqual([
      { fault: "forms", rows: 5005 },
      { fault: "unscorable", rows: null },
      { fault: "late", rows: 0 },
    ]);
  });
});
