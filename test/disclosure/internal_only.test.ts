import { describe, expect, it } from "vitest";
import { exactOnly, internalOnly } from "../../src/disclosure/internal_only.ts";
import { labelSignals } from "../../src/disclosure/label_signals.ts";
import { labelTargets } from "../../src/disclosure/label_targets.ts";
import { INTERNAL, PUBLIC } from "../../src/disclosure/policy.ts";
import type { Signal } from "../../src/reference/signals.ts";
import type { JudgedTarget } from "../../src/reference/targets.ts";
import { byRuleAlone, cell } from "./build.ts";

const ROWS = [{ owner: "somebody", count: 3 }];

describe("rows for the internal edition", () => {
  it("never reach the public one", () => {
    expect(internalOnly(ROWS, PUBLIC)).toEqual([]);
    expect(exactOnly(ROWS, PUBLIC)).toEqual([]);
    expect(internalOnly(ROWS, INTERNAL)).toEqual(ROWS);
    expect(exactOnly(ROWS, INTERNAL)).toEqual(ROWS);
  });

  it("hold no exact count where the internal policy hides some", () => {
    const hiding = { ...INTERNAL, hide_at_most: 4 };
    expect(exactOnly(ROWS, hiding)).toEqual([]);
    expect(internalOnly(ROWS, hiding)).toEqual(ROWS);
  });
});

describe("the word for how a target is met", () => {
  const target: JudgedTarget = {
    measure: "response",
    instrument: "phq9",
    window: "10w",
    bound: "at_least",
    target: 0.5,
    source: "the committee",
    assurance: "missing",
  };
  const recent: Signal = {
    measure: "response",
    instrument: "phq9",
    window: "10w",
    clinic_id: "all",
    kind: "recent",
    period_start: "2024-03-01",
    label: "common_cause",
  };
  const month = { period_grain: "month", period_start: "2024-03-01", period_end: "2024-03-31" } as const;
  const published = (denominator: number) => {
    const counts = { ...month, denominator, observed: denominator, numerator: Math.floor(denominator / 2) };
    const { cells } = byRuleAlone([cell(), cell(counts)]);
    return labelTargets([target], labelSignals([recent], cells, PUBLIC), PUBLIC);
  };

  it("leaves where the word for its recent months does, and the target always", () => {
    expect(published(60)).toEqual([target]);
    expect(published(5)).toEqual([{ ...target, assurance: null }]);
  });
});
