import { describe, expect, it } from "vitest";
import { bars } from "../../reports/components/draw_waterfall.ts";
import type { Step } from "../../reports/components/release.ts";

const steps = (...units: [string, number | null][]): Step[] =>
  units.map(([step, count], step_order) => ({
    measure: "response",
    instrument: "phq9",
    window: "6m",
    period_start: null,
    step_order,
    step,
    units: count,
    status: count === null ? "suppressed" : "shown",
  }));

const ends = (...units: [string, number | null][]) => bars(steps(...units)).map(({ from, to }) => [from, to]);

describe("the bars of a waterfall", () => {
  it("start totals at zero and hang each loss from what was left before it", () => {
    expect(
      ends(
        ["all", 100],
        ["no_baseline", 10],
        ["window_open", 30],
        ["denominator", 60],
        ["not_observed", 20],
        ["observed", 40],
      ),
    ).toEqual([
      [0, 100],
      [90, 100],
      [60, 90],
      [0, 60],
      [40, 60],
      [0, 40],
    ]);
  });

  it("give a hidden step no bar, nor the losses after it until the next total", () => {
    expect(
      ends(
        ["all", 100],
        ["no_baseline", null],
        ["window_open", 30],
        ["denominator", 60],
        ["not_observed", 20],
      ),
    ).toEqual([
      [0, 100],
      [null, null],
      [null, null],
      [0, 60],
      [40, 60],
    ]);
  });

  it("never go below zero where rounding makes losses larger than their total", () => {
    expect(ends(["observed", 15], ["not_met", 20])).toEqual([
      [0, 15],
      [0, 15],
    ]);
  });

  it("keep a step of zero people apart from a hidden one", () => {
    const [, zero, hidden] = bars(steps(["all", 50], ["window_open", 0], ["no_baseline", null]));
    expect(zero).toMatchObject({ units: 0, from: 50, to: 50 });
    expect(hidden).toMatchObject({ units: null, from: null, to: null });
  });
});
