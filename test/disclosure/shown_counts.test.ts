import { describe, expect, it } from "vitest";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { EVERY_ZERO, NO_ZERO, publishedZeros, shownCounts } from "../../src/disclosure/shown_counts.ts";
import { GateError } from "../../src/errors.ts";

const counts = (denominator: number, observed: number, numerator: number) => ({
  denominator,
  observed,
  numerator,
});
const shown = (denominator: number, observed: number, numerator: number, open = NO_ZERO) => {
  const row = shownCounts(counts(denominator, observed, numerator), open, PUBLIC);
  return `${row.denominator ? "d" : "-"}${row.observed ? "o" : "-"}${row.numerator ? "n" : "-"}`;
};

describe("shownCounts", () => {
  it("shows a row whose counts and differences are all above the threshold", () => {
    expect(shown(100, 80, 40)).toBe("don");
    expect(shown(39, 26, 13)).toBe("don");
  });

  it("hides everything where the whole is small", () => {
    expect(shown(12, 12, 12)).toBe("---");
    expect(shown(5, 0, 0, EVERY_ZERO)).toBe("---");
  });

  it("keeps the denominator when few were observed", () => {
    expect(shown(100, 12, 5)).toBe("d--");
  });

  it("keeps denominator and observed when few met the measure", () => {
    expect(shown(100, 80, 12)).toBe("do-");
  });

  it("hides the observed count when few are missing, and keeps the numerator", () => {
    expect(shown(100, 95, 40)).toBe("d-n");
  });

  it("hides the numerator when few did not meet the measure", () => {
    expect(shown(100, 80, 75)).toBe("do-");
    expect(shown(100, 99, 98)).toBe("d--");
  });

  it("takes a zero for a secret of a subgroup, in counts and in differences", () => {
    expect(shown(0, 0, 0)).toBe("---");
    expect(shown(100, 0, 0)).toBe("d--");
    expect(shown(100, 80, 0)).toBe("do-");
    expect(shown(100, 100, 50)).toBe("d-n");
    expect(shown(100, 80, 80)).toBe("do-");
  });

  it("shows the zeros of the whole programme", () => {
    expect(shown(0, 0, 0, EVERY_ZERO)).toBe("don");
    expect(shown(100, 0, 0, EVERY_ZERO)).toBe("don");
    expect(shown(100, 100, 100, EVERY_ZERO)).toBe("don");
  });

  it("decides denominator and observed alike whatever the numerator is", () => {
    for (let observed = 0; observed <= 60; observed++) {
      const decisions = Array.from({ length: observed + 1 }, (_, numerator) =>
        shown(60, observed, numerator).slice(0, 2),
      );
      expect(new Set(decisions).size).toBe(1);
    }
  });

  it.each([
    ["a numerator above the observed", counts(10, 5, 6)],
    ["an observed count above the denominator", counts(10, 11, 6)],
    ["a negative count", counts(10, 5, -1)],
    ["a fraction", counts(20, 15, 1.5)],
    ["no number", counts(Number.NaN, 0, 0)],
  ])("refuses %s", (_, row) => {
    expect(() => shownCounts(row, EVERY_ZERO, PUBLIC)).toThrow(GateError);
  });
});

describe("publishedZeros", () => {
  it("names the differences that the whole programme shows to be zero", () => {
    expect(publishedZeros(counts(100, 80, 80), PUBLIC)).toEqual({ ...NO_ZERO, notMet: true });
    expect(publishedZeros(counts(100, 100, 40), PUBLIC)).toEqual({ ...NO_ZERO, notObserved: true });
    expect(publishedZeros(counts(100, 100, 100), PUBLIC)).toEqual({ ...EVERY_ZERO, counts: false });
  });

  it("names none that is not published", () => {
    expect(publishedZeros(counts(100, 80, 40), PUBLIC)).toEqual(NO_ZERO);
    expect(publishedZeros(counts(12, 12, 12), PUBLIC)).toEqual(NO_ZERO);
    expect(publishedZeros(counts(100, 95, 95), PUBLIC)).toEqual(NO_ZERO);
  });
});
