import { describe, expect, it } from "vitest";
import { assurance } from "../../src/stats/assurance.ts";
import { limitsAround } from "../../src/stats/control_limits.ts";
import { type SpecialCause, specialCauses } from "../../src/stats/special_causes.ts";
import { type Direction, variation } from "../../src/stats/variation.ts";
import { xmr } from "../../src/stats/xmr.ts";

/** Points around a centre of 0 with near limits at 2 and limits at 3. */
const plotted = (values: readonly (number | null)[]) =>
  values.map((value) => ({ value, limits: limitsAround(0, 1) }));

const LETTERS: Record<SpecialCause, string> = { outside: "o", trend: "t", two_of_three: "n", shift: "s" };

/** One letter a point: outside, trend, near (two of three), shift, or a dot for chance. */
const causes = (...values: (number | null)[]) =>
  specialCauses(plotted(values))
    .map((cause) => (cause ? LETTERS[cause] : "."))
    .join("");

describe("specialCauses(points)", () => {
  it("marks a point outside a limit, not one on it", () => {
    expect(causes(3, 3.01, -3, -3.01)).toBe(".o.o");
  });

  it("marks all of seven rising or falling points, and not six", () => {
    expect(causes(-0.3, -0.2, -0.1, 0.1, 0.2, 0.3, 0.4)).toBe("ttttttt");
    expect(causes(0.4, 0.3, 0.2, 0.1, -0.1, -0.2, -0.3)).toBe("ttttttt");
    expect(causes(-0.3, -0.2, -0.1, 0.1, 0.2, 0.3)).toBe("......");
    expect(causes(0.2, -0.3, -0.2, -0.1, 0.1, 0.2, 0.3, 0.4, 0.3)).toBe(".ttttttt.");
  });

  it("lets an equal value break a trend", () => {
    expect(causes(-0.3, -0.2, -0.1, -0.1, 0.1, 0.2, 0.3, 0.4)).toBe("........");
  });

  it("marks only the near points of two in three on one side", () => {
    expect(causes(2.5, 1, 2.5)).toBe("n.n");
    expect(causes(-2.5, -2.5, -1)).toBe("nn.");
    expect(causes(2.5, 1, 1, 2.5)).toBe("....");
    expect(causes(2.5, 1, 1, 2.5, 2.2)).toBe("...nn");
  });

  it("asks all three of two in three to lie on one side", () => {
    expect(causes(2.5, -1, 2.5)).toBe("...");
    expect(causes(2.5, -2.5, 2.5)).toBe("...");
    expect(causes(2.5, 0, 2.5)).toBe("...");
  });

  it("counts a point between the limits as near only beyond the near limit, and an outside point not at all", () => {
    expect(causes(2, 2, 2)).toBe("...");
    expect(causes(4, 1, 2.5)).toBe("o..");
    expect(causes(4, 2.4, 2.5)).toBe("onn");
  });

  it("marks all of seven points on one side, and lets a point on the centre break them", () => {
    expect(causes(1, 0.5, 1, 0.5, 1, 0.5, 1)).toBe("sssssss");
    expect(causes(-1, -0.5, -1, -0.5, -1, -0.5, -1, 1)).toBe("sssssss.");
    expect(causes(1, 0.5, 1, 0, 1, 0.5, 1, 0.5)).toBe("........");
  });

  it("names the first rule that holds: outside, trend, two of three, shift", () => {
    expect(causes(0.1, 0.2, 0.3, 0.4, 2.4, 2.5, 4)).toBe("tttttto");
    expect(causes(1, 0.5, 1, 2.4, 2.3, 0.5, 1)).toBe("sssnnss");
  });

  it("lets an empty month break every run", () => {
    expect(causes(1, 0.5, 1, null, 0.5, 1, 0.5, 1)).toBe("........");
    expect(causes(-0.3, -0.2, -0.1, null, 0.1, 0.2, 0.3, 0.4)).toBe("........");
    expect(causes(2.5, null, 2.5)).toBe("...");
  });

  it("says nothing of points without limits, even where they rise", () => {
    const values = [1, 2, 3, 4, 5, 6, 7];
    expect(specialCauses(values.map((value) => ({ value, limits: null })))).toEqual(values.map(() => null));
    expect(specialCauses([])).toEqual([]);
  });

  it("sees the same causes upside down", () => {
    const values = [1, 2.4, 2.6, -4, 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.2];
    expect(causes(...values.map((value) => -value))).toBe(causes(...values));
  });
});

describe("variation(point, direction)", () => {
  const [low, , high] = xmr([1, 5, 9], {}).map((point) => ({ ...point, cause: "outside" as const }));

  it.each<[Direction, string, string]>([
    ["increase", "concern", "improvement"],
    ["decrease", "improvement", "concern"],
    ["neutral", "low", "high"],
  ])("where %s is better, a low special cause is %s and a high one %s", (direction, below, above) => {
    expect(low && variation(low, direction)).toBe(below);
    expect(high && variation(high, direction)).toBe(above);
  });

  it("does not yet credit a trend's point on the centre line", () => {
    const onCentre = {
      ...plotted([0])[0],
      value: 0,
      limits: limitsAround(0, 1),
      cause: "trend" as const,
      segment: 0,
      isTrial: true,
    };
    expect(variation(onCentre, "increase")).toBe("concern");
    expect(variation(onCentre, "neutral")).toBe("low");
  });

  it("is common where there is no special cause, and null for an empty month", () => {
    const [point, empty] = xmr([5, null, 5, 6]);
    expect(point && variation(point, "increase")).toBe("common");
    expect(empty && variation(empty, "increase")).toBeNull();
  });
});

describe("assurance(points, target, direction)", () => {
  const points = xmr([4, 6, 4, 6]);

  it("is sure to fail a target beyond the limits on the better side, and sure to pass one on the worse", () => {
    expect(assurance(points, 20, "increase")).toBe("fail");
    expect(assurance(points, 20, "decrease")).toBe("pass");
    expect(assurance(points, -20, "increase")).toBe("pass");
    expect(assurance(points, -20, "decrease")).toBe("fail");
  });

  it("is inconsistent for a target within the limits or on one", () => {
    expect(assurance(points, 5, "increase")).toBe("inconsistent");
    expect(assurance(points, points[0]?.limits?.upper ?? 0, "increase")).toBe("inconsistent");
  });

  it("judges by the latest limits", () => {
    const improved = xmr([4, 6, 4, 6, 24, 26, 24, 26, 25], { rebaseAt: [4] });
    expect(assurance(improved, 15, "increase")).toBe("pass");
  });

  it("is null without limits and where no direction is better", () => {
    expect(assurance([], 5, "increase")).toBeNull();
    expect(assurance(xmr([4]), 5, "increase")).toBeNull();
    expect(assurance(points, 20, "neutral")).toBeNull();
  });

  it("refuses a target that is no number", () => {
    expect(() => assurance(points, Number.NaN, "increase")).toThrow("A target must be a finite number.");
  });
});
