import { describe, expect, it } from "vitest";
import { checkTargets } from "../../src/measures/check_targets.ts";
import type { Phase } from "../../src/reference/charts.ts";
import type { Target } from "../../src/reference/targets.ts";

const target = (changes: Partial<Target>): Target => ({
  measure: "response",
  at_least: 0.5,
  source: "the committee",
  ...changes,
});
const check =
  (targets: readonly Target[], phases: readonly Phase[] = []) =>
  () =>
    checkTargets({ targets, phases });

describe("the targets and phases of a program file", () => {
  it("may be of any proportion, on one scale or all, in one window or all", () => {
    expect(
      check(
        [
          target({ instrument: "phq9", window: "6m" }),
          target({ instrument: "phq9", window: "10w" }),
          target({ measure: "reliable_deterioration", at_least: undefined, at_most: 0.05 }),
          target({ measure: "monthly_contact", at_least: 0.8 }),
        ],
        [{ from: "2024-03-01", reason: "new registry" }],
      ),
    ).not.toThrow();
  });

  it.each<[Partial<Target>, RegExp]>([
    [{ measure: "responses" }, /targets\.0: measure: there is no such measure/],
    [{ measure: "mean_change" }, /targets\.0: measure: it is a mean/],
    [{ at_least: undefined, at_most: 0.5 }, /targets\.0: at_most: higher is better here/],
    [{ measure: "reliable_deterioration" }, /targets\.0: at_least: lower is better here/],
    [{ instrument: "phq8" }, /targets\.0: instrument: there is no such instrument/],
    [
      { measure: "monthly_contact", instrument: "phq9" },
      /targets\.0: instrument: the measure is not about one/,
    ],
    [{ window: "7m" }, /targets\.0: window: the measure has none of that name; it has .*6m/],
  ])("are refused where a target cannot be judged: %o", (changes, message) => {
    expect(check([target(changes)])).toThrow(message);
  });

  it("are refused where two targets meet, or a phase is of no measure", () => {
    expect(check([target({}), target({ window: "6m" })])).toThrow(/targets\.1: an earlier target/);
    expect(check([], [{ measure: "responses", from: "2024-03-01", reason: "why" }])).toThrow(
      /phases\.0\.measure/,
    );
  });
});
