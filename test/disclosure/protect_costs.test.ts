import { describe, expect, it } from "vitest";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { protectCosts } from "../../src/disclosure/protect_costs.ts";
import type { CountCell } from "../../src/reference/cells.ts";
import type { CostCell } from "../../src/reference/costs.ts";
import { byRuleAlone, cell, clinicCell } from "./build.ts";

function costed(counted: CountCell, changes: Partial<CostCell> = {}): CostCell {
  const { denominator: _n, observed: _seen, numerator: _met, cohort: _when, ...key } = counted;
  const spent = { cost_start: "2024-01-01", cost_end: "2024-06-30", cost: 60_000.4, clinics: 2, posts: 4 };
  return { ...key, ...spent, outcome: "response", is_estimate: true, ...changes };
}

const protectedOne = (counted: CountCell, changes: Partial<CostCell> = {}) =>
  protectCosts([costed(counted, changes)], byRuleAlone([counted]).cells, PUBLIC)[0];

describe("costs beside released counts", () => {
  it("are divided by the rounded count, with the interval of the share who met the measure", () => {
    const row = protectedOne(cell({ denominator: 101, observed: 81, numerator: 41 }));
    expect(row).toMatchObject({ cost: 60_000, people: 40, cost_per_person: 1500, status: "shown" });
    // Wilson 40 of 100: 0.3094 to 0.4980 (Newcombe 1998, method 3)
    expect(row?.lower).toBeCloseTo(60_000 / 49.8, -1);
    expect(row?.upper).toBeCloseTo(60_000 / 30.94, -1);
  });

  it("have no interval where the number of people is known and not estimated", () => {
    const row = protectedOne(cell(), { outcome: "reached", is_estimate: false });
    expect(row).toMatchObject({ people: 40, cost_per_person: 1500, lower: null, upper: null });
  });

  it("are hidden with the count, and are no value where nobody counts or no cost is known", () => {
    expect(protectedOne(cell({ numerator: 3 }))).toMatchObject({
      people: null,
      cost: 60_000,
      cost_per_person: null,
      status: "suppressed",
    });
    expect(protectedOne(cell({ numerator: 0 }))).toMatchObject({ people: 0, status: "no_value" });
    expect(protectedOne(cell(), { cost: null })).toMatchObject({ people: 40, status: "no_value" });
    expect(protectedOne(cell({ cohort: "open" }))?.status).toBe("pending");
  });

  it("tell what no clinic's few people are paid: clinics' costs all stay or none does", () => {
    const counts = [cell(), clinicCell(), clinicCell({ clinic_id: "south" })];
    const released = byRuleAlone(counts).cells;
    const withPosts = (posts: readonly number[]) =>
      protectCosts(
        counts.map((counted, i) => costed(counted, { posts: posts[i] ?? 0 })),
        released,
        PUBLIC,
      ).map(({ cost }) => cost);
    expect(withPosts([6, 3, 3])).toEqual([60_000, 60_000, 60_000]);
    expect(withPosts([6, 4, 2])).toEqual([60_000, null, null]);
  });
});
