import { describe, expect, it } from "vitest";
import { judgeTargets } from "../../src/compute/judge_targets.ts";
import { reliableDeterioration } from "../../src/measures/reliable_deterioration/measure.ts";
import { response } from "../../src/measures/response/measure.ts";
import type { Target } from "../../src/reference/targets.ts";
import { month } from "./months.ts";

/** Around 40 in 100, with limits well within 25 and 55. */
const CALM = [39, 41, 40, 38, 42, 40, 41, 39, 40, 42, 38, 40, 39, 41];

function assuranceOf(numerators: readonly number[], target: Partial<Target>, measure = response) {
  const cells = numerators.map((numerator, i) => month(i, numerator, { measure: measure.id }));
  const targets = [{ measure: measure.id, source: "the committee", ...target }];
  return judgeTargets(measure, cells, { targets, phases: [] })[0]?.assurance;
}
const atLeast = (at_least: number, numerators: readonly number[] = CALM) =>
  assuranceOf(numerators, { at_least });
const atMost = (at_most: number, numerators: readonly number[] = CALM) =>
  assuranceOf(numerators, { at_most }, reliableDeterioration);

describe("a target", () => {
  it("is met, missed or not settled by the limits of the chart", () => {
    expect([0.25, 0.4, 0.55].map((at) => atLeast(at))).toEqual(["meeting", "not_settled", "missing"]);
    expect([0.25, 0.4, 0.55].map((at) => atMost(at))).toEqual(["missing", "not_settled", "meeting"]);
  });

  it("of 0 is always met and one of 100 % is missed by anything that stays below it", () => {
    expect(atLeast(0)).toBe("meeting");
    expect(atLeast(1)).toBe("missing");
    expect(atMost(1)).toBe("meeting");
    expect(atMost(0)).toBe("missing");
  });

  it("on which every month lies is met, at none, at all and between", () => {
    for (const numerator of [0, 40, 100]) {
      const flat = CALM.map(() => numerator);
      expect(atLeast(numerator / 100, flat)).toBe("meeting");
      expect(atMost(numerator / 100, flat)).toBe("meeting");
    }
    expect(
      atLeast(
        0.99,
        CALM.map(() => 100),
      ),
    ).toBe("meeting");
    expect(
      atMost(
        0.01,
        CALM.map(() => 0),
      ),
    ).toBe("meeting");
  });

  it("is too early to judge with fewer than twelve months, and not judged with nobody", () => {
    expect(atLeast(0.4, CALM.slice(0, 11))).toBe("too_early");
    const nobody = CALM.map((_, i) => month(i, 0, { denominator: 0, observed: 0 }));
    const targets = [{ measure: "response", at_least: 0.5, source: "the committee" }];
    expect(judgeTargets(response, nobody, { targets, phases: [] })[0]?.assurance).toBeNull();
  });

  it("holds for the series that it names, and its limits start afresh with a phase", () => {
    const cells = [...CALM, ...CALM.map((n) => n + 30)].map((numerator, i) => month(i, numerator));
    const other = cells.map((cell) => ({ ...cell, window: "6m" }));
    const targets = [{ measure: "response", window: "6m", at_least: 0.6, source: "the committee" }];
    const judge = (phases: { from: string; reason: string }[]) =>
      judgeTargets(response, [...cells, ...other], { targets, phases });
    expect(judge([]).map(({ window, assurance }) => [window, assurance])).toEqual([["6m", "not_settled"]]);
    expect(judge([{ from: "2023-03-01", reason: "more staff" }])[0]?.assurance).toBe("meeting");
  });
});
