import { describe, expect, it } from "vitest";
import { labelSignals } from "../../src/disclosure/label_signals.ts";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import type { CountCell } from "../../src/reference/cells.ts";
import type { Signal } from "../../src/reference/signals.ts";
import { byRuleAlone, cell, clinicCell } from "./build.ts";

const MARCH = { period_grain: "month", period_start: "2024-03-01", period_end: "2024-03-31" } as const;

const signal = (changes: Partial<Signal>): Signal => ({
  measure: "response",
  instrument: "phq9",
  window: "10w",
  clinic_id: "all",
  kind: "month",
  period_start: "2024-03-01",
  label: "concern",
  ...changes,
});

const label = (signals: readonly Signal[], counted: readonly CountCell[]) =>
  labelSignals(signals, byRuleAlone(counted).cells, PUBLIC);

describe("a label is published", () => {
  it("for a month and for a clinic whose numbers are shown in full", () => {
    const signals = [signal({}), signal({ kind: "funnel", clinic_id: "north", period_start: null })];
    expect(label(signals, [cell(), cell(MARCH), clinicCell()])).toEqual(signals);
  });

  it("never for one of whose numbers any is hidden, nor for one that the release does not hold", () => {
    const signals = [signal({}), signal({ kind: "funnel", clinic_id: "north", period_start: null })];
    expect(label(signals, [cell(), cell({ ...MARCH, numerator: 4 }), clinicCell({ numerator: 4 })])).toEqual(
      [],
    );
    expect(label(signals, [cell()])).toEqual([]);
  });

  it("for the recent months together also where the latest one hides its result, but not how many it counts", () => {
    const recent = [signal({ kind: "recent" })];
    expect(label(recent, [cell(), cell({ ...MARCH, numerator: 4 })])).toEqual(recent);
    expect(label(recent, [cell(), cell({ ...MARCH, denominator: 9, observed: 9, numerator: 4 })])).toEqual(
      [],
    );
    expect(label(recent, [cell({ numerator: 4 }), cell(MARCH)])).toEqual([]);
  });

  it("for nobody by what is shown of a group of people", () => {
    const group = cell({ ...MARCH, stratum: "sex", level: "female" });
    expect(label([signal({})], [cell(), group])).toEqual([]);
  });
});
