import { describe, expect, it } from "vitest";
import { GateError } from "../../src/errors.ts";
import { byRuleAlone, cell, randomIntegers, waterfall } from "./build.ts";

const nested = { denominator: 100, observed: 80, numerator: 40 };
const released = (...[exclusions, counts]: Parameters<typeof waterfall>) =>
  Object.fromEntries(
    byRuleAlone([], waterfall(exclusions, counts)).steps.map(({ step, units, status }) => [
      step,
      status === "suppressed" && units === null ? "hidden" : units,
    ]),
  );

describe("a protected waterfall", () => {
  it("rounds its steps and shows the zeros of the whole programme", () => {
    expect(released({ no_baseline: 31, window_open: 0 }, nested)).toEqual({
      all: 130,
      no_baseline: 30,
      window_open: 0,
      denominator: 100,
      not_observed: 20,
      observed: 80,
      not_met: 40,
      numerator: 40,
    });
  });

  it("hides the next smallest exclusion where one alone would follow from the others", () => {
    expect(released({ no_baseline: 4, baseline_not_elevated: 60, window_open: 25 }, nested)).toMatchObject({
      all: 190,
      no_baseline: "hidden",
      baseline_not_elevated: 60,
      window_open: "hidden",
      denominator: 100,
    });
  });

  it("hides as many as it takes, and no more", () => {
    expect(released({ a: 2, b: 3, c: 20, d: 40 }, nested)).toMatchObject({
      a: "hidden",
      b: "hidden",
      c: "hidden",
      d: 40,
      all: 165,
    });
    expect(released({ a: 6, b: 7, c: 20 }, nested)).toMatchObject({
      a: "hidden",
      b: "hidden",
      c: 20,
      all: 135,
    });
  });

  it("hides the top where no other exclusion can", () => {
    expect(released({ no_baseline: 4, window_open: 0 }, nested)).toMatchObject({
      all: "hidden",
      no_baseline: "hidden",
      window_open: 0,
      denominator: 100,
    });
  });

  it("covers a small denominator with an exclusion", () => {
    expect(
      released({ no_baseline: 31, window_open: 90 }, { denominator: 9, observed: 9, numerator: 0 }),
    ).toEqual({
      all: 130,
      no_baseline: "hidden",
      window_open: 90,
      denominator: "hidden",
      not_observed: "hidden",
      observed: "hidden",
      not_met: "hidden",
      numerator: "hidden",
    });
  });

  it("hides a small programme altogether", () => {
    expect(
      released({ no_baseline: 5, window_open: 0 }, { denominator: 7, observed: 3, numerator: 1 }),
    ).toMatchObject({
      all: "hidden",
      no_baseline: "hidden",
      window_open: 0,
      denominator: "hidden",
    });
  });

  it("hides a difference with either of its ends", () => {
    expect(released({}, { ...nested, observed: 95 })).toMatchObject({
      not_observed: "hidden",
      observed: "hidden",
      not_met: "hidden",
      numerator: 40,
    });
    expect(released({}, { ...nested, numerator: 75 })).toMatchObject({
      not_observed: 20,
      observed: 80,
      not_met: "hidden",
      numerator: "hidden",
    });
  });

  it("shows the counts that the cell of the whole programme shows", () => {
    const below = randomIntegers(7);
    for (let tried = 0; tried < 2_000; tried++) {
      const denominator = below(120);
      const observed = below(denominator + 1);
      const numerator = below(observed + 1);
      const counts = { denominator, observed, numerator };
      const [published] = byRuleAlone([cell(counts)], []).cells;
      const steps = released({ no_baseline: below(40), window_open: below(40) }, counts);
      for (const name of ["denominator", "observed", "numerator"] as const)
        expect(steps[name]).toBe(published?.[name] ?? "hidden");
    }
  });

  it("never leaves hidden parts of a shown top that add up to 1 to 12", () => {
    const below = randomIntegers(8);
    for (let tried = 0; tried < 2_000; tried++) {
      const exact = waterfall(
        { a: below(30), b: below(30), c: below(3) },
        { denominator: below(200), observed: 0, numerator: 0 },
      );
      const { steps } = byRuleAlone([], exact);
      const hidden = exact.filter(
        ({ step }, place) => ["a", "b", "c", "denominator"].includes(step) && steps[place]?.units === null,
      );
      const sum = hidden.reduce((total, { units }) => total + units, 0);
      expect(steps[0]?.units === null || sum === 0 || sum > 12).toBe(true);
    }
  });

  it("is made for each measure, instrument and window by itself", () => {
    const steps = waterfall({ no_baseline: 20 }, nested);
    const others = waterfall({ no_baseline: 4 }, nested).map((step) => ({ ...step, window: "6m" }));
    const { steps: both } = byRuleAlone([], [...steps, ...others]);
    expect(both.slice(0, steps.length)).toEqual(byRuleAlone([], steps).steps);
    expect(both.slice(steps.length)).toEqual(byRuleAlone([], others).steps);
  });

  it("is refused when a step is missing or the steps do not add up", () => {
    const steps = waterfall({ no_baseline: 20 }, nested);
    expect(() => byRuleAlone([], steps.slice(1))).toThrow(GateError);
    for (const { step } of steps) {
      const wrong = steps.map((one) => (one.step === step ? { ...one, units: one.units + 1 } : one));
      expect(() => byRuleAlone([], wrong)).toThrow(GateError);
    }
    expect(() => released({ a: -20, b: 20 }, nested)).toThrow(GateError);
    expect(() => released({ a: 19.5, b: 0.5 }, nested)).toThrow(GateError);
  });
});
