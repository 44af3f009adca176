import { describe, expect, it } from "vitest";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { protect } from "../../src/disclosure/protect.ts";
import { GateError, ProgramError } from "../../src/errors.ts";
import type { CountCell } from "../../src/reference/cells.ts";
import { wilson } from "../../src/stats/wilson.ts";
import { byRuleAlone, cell, clinicCell, randomCells, waterfall } from "./build.ts";

const protectOne = (counted: CountCell, ...others: CountCell[]) => {
  const released = byRuleAlone([counted, ...others]).cells[0];
  if (!released) throw new Error("no cell came back");
  return released;
};

describe("protect", () => {
  it("publishes rounded counts, and rates and intervals of the rounded counts", () => {
    expect(protectOne(cell({ denominator: 62, observed: 48, numerator: 24 }))).toEqual({
      measure: "response",
      instrument: "phq9",
      window: "10w",
      period_grain: "all",
      period_start: null,
      period_end: null,
      clinic_id: "all",
      stratum: "all",
      level: "all",
      denominator: 60,
      observed: 50,
      numerator: 25,
      value: 25 / 60,
      lower: wilson(25, 60)?.lower,
      upper: wilson(25, 60)?.upper,
      observed_value: 0.5,
      observed_lower: wilson(25, 50)?.lower,
      observed_upper: wilson(25, 50)?.upper,
      follow_up: 50 / 60,
      highest_possible: 35 / 60,
      cohort: "closed",
      status: "shown",
    });
  });

  it("keeps the follow-up rate where only the numerator must hide", () => {
    expect(protectOne(cell({ numerator: 7 }))).toMatchObject({
      denominator: 100,
      observed: 80,
      numerator: null,
      value: null,
      upper: null,
      observed_value: null,
      follow_up: 0.8,
      status: "suppressed",
    });
  });

  it("keeps the rate among everyone where only the observed count must hide", () => {
    expect(protectOne(cell({ observed: 95 }))).toMatchObject({
      observed: null,
      value: 0.4,
      observed_value: null,
      observed_lower: null,
      follow_up: null,
      status: "suppressed",
    });
  });

  it("says that a programme with nobody eligible has no value", () => {
    expect(protectOne(cell({ denominator: 0, observed: 0, numerator: 0 }))).toMatchObject({
      denominator: 0,
      value: null,
      follow_up: null,
      status: "no_value",
    });
  });

  it("does not tell an empty subgroup from a small one", () => {
    const empty = protectOne(clinicCell({ denominator: 0, observed: 0, numerator: 0 }));
    expect(empty).toEqual(protectOne(clinicCell({ denominator: 12, observed: 12, numerator: 1 })));
    expect(empty).toMatchObject({ denominator: null, status: "suppressed" });
    expect(protectOne(cell({ stratum: "sex", level: "x", numerator: 0 })).numerator).toBeNull();
  });

  it("says nothing but pending of a cohort whose windows are open", () => {
    const pending = protectOne(cell({ cohort: "open" }));
    expect(pending).toMatchObject({
      denominator: null,
      observed: null,
      value: null,
      follow_up: null,
      status: "pending",
    });
    expect(protectOne(clinicCell({ cohort: "open", denominator: 0, observed: 0, numerator: 0 })).status).toBe(
      "pending",
    );
  });

  it("gives no rate among the observed where nobody was observed", () => {
    expect(protectOne(cell({ observed: 0, numerator: 0 }))).toMatchObject({
      value: 0,
      observed_value: null,
      follow_up: 0,
      status: "shown",
    });
  });

  it("shows subgroups of a measure whose numerator is the observed count for the whole programme", () => {
    const everyone = cell({ measure: "follow_up", numerator: 80 });
    const part = clinicCell({ measure: "follow_up", denominator: 50, observed: 30, numerator: 30 });
    expect(protectOne(part, everyone)).toMatchObject({ numerator: 30, value: 0.6, status: "shown" });
    expect(protectOne(part).numerator).toBeNull();
    expect(protectOne(part, { ...everyone, window: "6m" }).numerator).toBeNull();
    expect(protectOne(part, { ...everyone, period_grain: "year" }).numerator).toBeNull();
  });

  it("returns cells and steps in their order, and counts them by status", () => {
    const cells = [
      cell(),
      cell({ measure: "remission", numerator: 3 }),
      cell({ measure: "nobody", denominator: 0, observed: 0, numerator: 0 }),
      cell({ window: "6m", cohort: "open", denominator: 0, observed: 0, numerator: 0 }),
    ];
    const steps = waterfall({ no_baseline: 20 }, { denominator: 100, observed: 80, numerator: 40 });
    const released = protect(cells, steps, PUBLIC);
    expect(released.cells.map(({ status }) => status)).toEqual([
      "shown",
      "suppressed",
      "no_value",
      "pending",
    ]);
    expect(released.steps.map(({ step }) => step)).toEqual(steps.map(({ step }) => step));
    expect(released.summary).toEqual({ cells: 4, shown: 1, suppressed: 1, no_value: 1, pending: 1 });
  });

  it("cannot be switched off", () => {
    expect(() => protect([cell()], [], { ...PUBLIC, hide_at_most: 0, round_to: 1 })).toThrow(ProgramError);
    expect(() => protect([cell({ numerator: 90 })], [], PUBLIC)).toThrow(GateError);
  });

  it("hands out rows that nobody can change afterwards", () => {
    const { cells } = protect([cell()], [], PUBLIC);
    expect(Object.isFrozen(cells) && cells.every(Object.isFrozen)).toBe(true);
  });
});

describe("whatever is counted, protect", () => {
  const counted = randomCells(1, 20_000);
  const { cells } = byRuleAlone(counted);
  const pairs = counted.flatMap((exact, place) => {
    const released = cells[place];
    return released ? [{ exact, released }] : [];
  });
  const names = ["denominator", "observed", "numerator"] as const;
  const shows = (released: object, name: string) => (released as Record<string, unknown>)[name] !== null;

  it("meets every status and every way of hiding", () => {
    const ways = new Set(cells.map((row) => [row.status, ...names.map((name) => shows(row, name))].join()));
    expect([...ways].sort()).toEqual([
      "no_value,true,true,true",
      "pending,false,false,false",
      "shown,true,true,true",
      "suppressed,false,false,false",
      "suppressed,true,false,false",
      "suppressed,true,false,true",
      "suppressed,true,true,false",
    ]);
  });

  it("publishes no count of 1 to 12, and every count as a multiple of five within 2 of the truth", () => {
    for (const { exact, released } of pairs)
      for (const name of names) {
        const count = released[name];
        if (count === null) continue;
        expect(count === 0 || count > 12).toBe(true);
        expect(count % 5).toBe(0);
        expect(Math.abs(count - exact[name])).toBeLessThanOrEqual(2);
      }
  });

  it("publishes no pair of counts whose difference is 1 to 12", () => {
    for (const { exact, released } of pairs)
      for (const [whole, part] of [
        ["denominator", "observed"],
        ["denominator", "numerator"],
        ["observed", "numerator"],
      ] as const) {
        if (released[whole] === null || released[part] === null) continue;
        const difference = exact[whole] - exact[part];
        expect(difference === 0 || difference > 12).toBe(true);
      }
  });

  it("keeps numerator, observed and denominator in that order", () => {
    for (const { released } of pairs) {
      const shown = names.map((name) => released[name]).filter((count) => count !== null);
      expect(shown).toEqual([...shown].sort((a, b) => b - a));
    }
  });

  it("publishes a rate only where both of its parts are shown, and as their quotient", () => {
    const parts = {
      value: ["numerator", "denominator"],
      observed_value: ["numerator", "observed"],
      follow_up: ["observed", "denominator"],
    } as const;
    for (const { released } of pairs)
      for (const [rate, [top, bottom]] of Object.entries(parts)) {
        const [part, whole] = [released[top], released[bottom]];
        const expected = part === null || whole === null || whole === 0 ? null : part / whole;
        expect(released[rate as keyof typeof parts]).toBe(expected);
      }
  });

  it("gives the same rates and intervals wherever the published counts are the same", () => {
    const seen = new Map<string, string>();
    for (const { released } of pairs) {
      const {
        denominator,
        observed,
        numerator,
        value,
        lower,
        upper,
        observed_value,
        observed_lower,
        observed_upper,
      } = released;
      const published = JSON.stringify([denominator, observed, numerator]);
      const rates = JSON.stringify([value, lower, upper, observed_value, observed_lower, observed_upper]);
      expect(seen.get(published) ?? rates).toBe(rates);
      seen.set(published, rates);
    }
    expect(seen.size).toBeGreaterThan(100);
  });

  it("says the same of the same cells", () => {
    expect(byRuleAlone(counted).cells).toEqual(cells);
  });
});
