import { describe, expect, it } from "vitest";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { protect } from "../../src/disclosure/protect.ts";
import { protectMeans } from "../../src/disclosure/protect_mean.ts";
import type { ReleasedMean } from "../../src/disclosure/released.ts";
import { meanInterval } from "../../src/stats/mean_interval.ts";
import { cell, clinicCell, momentCell, randomIntegers } from "./build.ts";

interface Group {
  changes: readonly number[];
  /** Eligible people without a score in the window. */
  missing?: number;
}

/** What is published of a group of the whole programme. */
function publish({ changes, missing = 40 }: Group): ReleasedMean | undefined {
  const observed = changes.length;
  const denominator = observed + missing;
  const baselines = Array.from({ length: denominator }, (_, i) => 10 + (i % 18));
  const { cells } = protect([cell({ denominator, observed, numerator: observed })], [], PUBLIC);
  return protectMeans([momentCell({ changes, baselines })], cells, PUBLIC)[0];
}

const nothing = {
  mean: null,
  lower: null,
  upper: null,
  sd: null,
  mean_if_unchanged: null,
  effect_size: null,
};
const changesOf = (n: number, seed = 1) => {
  const below = randomIntegers(seed);
  return Array.from({ length: n }, () => below(25) - 8);
};

describe("a mean of a large group", () => {
  const changes = changesOf(1000);
  const told = publish({ changes });

  it("is close to the truth, and so is its interval", () => {
    const truth = meanInterval(changes);
    expect(told?.n).toBe(1000);
    expect(told?.mean).toBeCloseTo(truth?.value ?? Number.NaN, 1);
    expect(told?.lower).toBeCloseTo(truth?.lower ?? Number.NaN, 1);
    expect(told?.upper).toBeCloseTo(truth?.upper ?? Number.NaN, 1);
    expect(told?.status).toBe("shown");
  });

  it("stands beside the mean of everyone eligible with the missing as unchanged", () => {
    expect(told?.mean_if_unchanged).toBeCloseTo(((told?.mean ?? 0) * 1000) / 1040, 10);
  });

  it("has an effect size in standard deviations of the baseline of everyone eligible", () => {
    const sd = Math.sqrt((18 ** 2 - 1) / 12);
    expect(told?.effect_size).toBeCloseTo((told?.mean ?? 0) / sd, 1);
  });
});

describe("a mean of few people", () => {
  it("is shown only where the rounded count cannot stand for fewer than twenty", () => {
    expect(publish({ changes: changesOf(22) })).toMatchObject({ ...nothing, n: 20, status: "suppressed" });
    expect(publish({ changes: changesOf(23) })).toMatchObject({ n: 25, status: "shown" });
  });

  it("is hidden where its count is, for want of people or of missing people", () => {
    expect(publish({ changes: changesOf(12) })).toMatchObject({ ...nothing, n: null, status: "suppressed" });
    expect(publish({ changes: changesOf(50), missing: 3 })).toMatchObject({ ...nothing, n: null });
  });

  it("has no value where nobody was seen, and is pending where no window has closed", () => {
    expect(publish({ changes: [] })).toMatchObject({ ...nothing, n: 0, status: "no_value" });
    const { cells } = protect([cell({ cohort: "open" })], [], PUBLIC);
    expect(protectMeans([momentCell()], cells, PUBLIC)[0]).toMatchObject({ ...nothing, status: "pending" });
  });

  it("is hidden where no released cell speaks of the group", () => {
    const { cells } = protect([clinicCell()], [], PUBLIC);
    expect(protectMeans([momentCell()], cells, PUBLIC)[0]).toMatchObject({ ...nothing, n: null });
  });

  it("never has an interval of no width, even where everybody changed alike", () => {
    const told = publish({ changes: Array.from({ length: 60 }, () => 5) });
    expect(told?.sd).toBeGreaterThan(0);
    expect(told?.upper).toBeGreaterThan(told?.lower ?? Infinity);
  });
});

describe("somebody who knows everyone else's change and how many they are", () => {
  it.each([23, 24, 25, 26, 27, 40, 80, 81, 400])(
    "is left a whole range of the scale for the last of %i",
    (n) => {
      for (let seed = 1; seed <= 20; seed++) {
        const [, ...others] = changesOf(n, seed);
        const told = publish({ changes: changesOf(n, seed) })?.mean;
        const alike = Array.from({ length: 163 }, (_, i) => i - 81).filter(
          (last) => publish({ changes: [last, ...others] })?.mean === told,
        );
        expect(alike.length).toBeGreaterThanOrEqual(27);
        expect(alike.filter((last) => Math.abs(last) <= 27).length).toBeGreaterThan(10);
      }
    },
  );
});

describe("protecting means", () => {
  it("refuses a policy under the floor", () => {
    const { cells } = protect([cell()], [], PUBLIC);
    expect(() => protectMeans([momentCell()], cells, { ...PUBLIC, hide_at_most: 3 })).toThrow("hide_at_most");
  });

  it("gives frozen rows", () => {
    const { cells } = protect([cell()], [], PUBLIC);
    const means = protectMeans([momentCell()], cells, PUBLIC);
    expect(Object.isFrozen(means) && Object.isFrozen(means[0])).toBe(true);
  });
});
