import { describe, expect, it } from "vitest";
import { findSignals } from "../../src/compute/signals.ts";
import type { Measure } from "../../src/measures/measure.ts";
import { response } from "../../src/measures/response/measure.ts";
import type { CountCell } from "../../src/reference/cells.ts";
import { cell, clinicCell } from "../disclosure/build.ts";

const month = (i: number, numerator: number, denominator = 100): CountCell => {
  const period_start = new Date(Date.UTC(2022, i, 1)).toISOString().slice(0, 10);
  return cell({
    period_grain: "month",
    period_start,
    period_end: period_start,
    denominator,
    observed: denominator,
    numerator,
  });
};

/** One cell a month with these numerators of a hundred. */
const months = (...numerators: number[]) => numerators.map((numerator, i) => month(i, numerator));
const CALM = [39, 41, 40, 38, 42, 40, 41, 39, 40, 42, 38, 40, 39, 41];

const labels = (measure: Measure, cells: readonly CountCell[], kind: string) =>
  findSignals(measure, cells)
    .filter((signal) => signal.kind === kind)
    .map(({ label }) => label);
const recent = (numerators: readonly number[], measure = response) =>
  labels(measure, months(...numerators), "recent");

describe("the recent months of a series", () => {
  it("are too early to judge with fewer than twelve months, and silent without any", () => {
    expect(recent(CALM.slice(0, 11))).toEqual(["too_early"]);
    expect(recent([])).toEqual([]);
  });

  it("are common cause where only chance is at work", () => {
    expect(recent(CALM)).toEqual(["common_cause"]);
  });

  it("are a concern or an improvement where one lies outside the limits, by what is better", () => {
    expect(recent([...CALM, 15])).toEqual(["concern"]);
    expect(recent([...CALM, 65])).toEqual(["improvement"]);
    expect(recent([...CALM, 65], { ...response, better: "lower" })).toEqual(["concern"]);
    expect(recent([...CALM, 65], { ...response, better: "neither" })).toEqual(["change"]);
  });

  it("stay a signal for three months and no longer", () => {
    expect(recent([...CALM, 70, 40, 41])).toEqual(["improvement"]);
    expect(recent([...CALM, 70, 40, 41, 40])).toEqual(["common_cause"]);
  });

  it("are judged by the way a trend goes, also where it has not crossed the centre", () => {
    const falling = [36, 45, 37, 44, 38, 44, 46, 45, 44, 43, 42, 41, 40];
    expect(recent(falling)).toEqual(["concern"]);
    expect(labels(response, months(...falling), "month").slice(-7)).toEqual(Array(7).fill("concern"));
  });

  it("leave out months whose windows are still open, and the date is that of the last closed one", () => {
    const open = { ...month(14, 0), cohort: "open" as const };
    const [signal] = findSignals(response, [...months(...CALM), open]).filter(
      ({ kind }) => kind === "recent",
    );
    expect(signal).toMatchObject({ label: "common_cause", period_start: "2023-02-01", clinic_id: "all" });
  });

  it("give an empty month no label", () => {
    const cells = [...months(...CALM), month(14, 0, 0), month(15, 40)];
    expect(labels(response, cells, "month")).toHaveLength(CALM.length + 1);
  });

  it("are judged by how much months vary anyway, not by what sampling alone would allow", () => {
    const restless = [35, 45, 34, 46, 35, 44, 36, 45, 35, 46, 34, 45, 36, 44];
    const cells = restless.map((numerator, i) => month(i, 10 * numerator, 1000));
    expect(labels(response, cells, "recent")).toEqual(["common_cause"]);
    expect(labels(response, [...cells, month(14, 0, 1000)], "recent")).toEqual(["concern"]);
  });
});

describe("a clinic among all of them", () => {
  const clinics = (...numerators: number[]) =>
    numerators.map((numerator, i) =>
      clinicCell({ clinic_id: `c${i}`, denominator: 200, observed: 200, numerator }),
    );

  it("stands out only beyond what clinics differ by anyway", () => {
    expect(labels(response, clinics(80, 82, 78, 81, 79, 80, 80, 20), "funnel")).toEqual([
      ...Array(7).fill("common_cause"),
      "concern",
    ]);
    expect(labels(response, clinics(40, 120, 50, 110, 60, 100, 45, 115), "funnel")).toEqual(
      Array(8).fill("common_cause"),
    );
  });

  it("is not judged among fewer than five", () => {
    expect(labels(response, clinics(80, 82, 78, 20), "funnel")).toEqual([]);
  });
});

describe("a mean", () => {
  it("has no signal, for its cells tell only who was seen", () => {
    expect(findSignals({ ...response, kind: "mean" }, months(...CALM))).toEqual([]);
  });
});
