import { describe, expect, it } from "vitest";
import {
  INTERNAL,
  internalPolicy,
  isOpen,
  mayCut,
  PUBLIC,
  publicPolicy,
} from "../../src/disclosure/policy.ts";
import { ProgramError } from "../../src/errors.ts";
import { INTERNAL_PRESETS, PUBLIC_PRESETS } from "../../src/reference/disclosure_rules.ts";
import { cell } from "./build.ts";

const BY = { version: "1", owner: "Test", date: "2026-01-31" };

describe("a public policy", () => {
  it("hides 1 to 12 and rounds to the nearest 5 unless a programme says otherwise", () => {
    expect(PUBLIC).toMatchObject({ edition: "public", hide_at_most: 12, round_to: 5, symbol: "*" });
  });

  it("may be stricter than the ready rule it starts from", () => {
    expect(publicPolicy({ preset: "public", ...BY, hide_at_most: 17 }).hide_at_most).toBe(17);
    expect(publicPolicy({ preset: "cms", ...BY, hide_at_most: 12, round_to: 5 }).round_to).toBe(5);
  });

  it.each([
    ["shows a count of ten", { hide_at_most: 7 }],
    ["has half a threshold", { hide_at_most: 12.5 }],
    ["has no threshold", { hide_at_most: Number.NaN }],
    ["does not round", { round_to: 1 }],
    ["rounds to three", { round_to: 3, hide_at_most: 13 }],
    ["rounds halves both ways", { round_to: 6, hide_at_most: 15 }],
    ["hides up to the middle of a bucket", { hide_at_most: 14, round_to: 7 }],
  ])("is refused when it %s", (_, change) => {
    expect(() => publicPolicy({ preset: "public", ...BY, ...change })).toThrow(ProgramError);
  });

  it.each(PUBLIC_PRESETS)("%s hides small counts and names its source", (preset) => {
    const policy = publicPolicy({ preset, ...BY });
    expect(policy).toMatchObject({ id: preset, edition: "public", owner: "Test" });
    expect(policy.hide_at_most).toBeGreaterThanOrEqual(7);
    expect(policy.source.length).toBeGreaterThan(20);
  });
});

describe("an internal policy", () => {
  it("shows every count as it is, or hides small ones with their complements", () => {
    expect(isOpen(INTERNAL)).toBe(true);
    expect(INTERNAL_PRESETS.map((preset) => isOpen(internalPolicy({ preset, ...BY })))).toEqual([
      true,
      false,
    ]);
    expect(internalPolicy({ preset: "internal-complementary", ...BY }).edition).toBe("internal");
  });
});

describe("which cuts leave", () => {
  const month = cell({ period_grain: "month", period_start: "2025-01-01" });

  it("all that are large enough to read, and of the internal edition each clinic's", () => {
    const clinicMonth = { ...month, clinic_id: "north" };
    expect(mayCut(PUBLIC, clinicMonth, true)).toBe(true);
    expect(mayCut(PUBLIC, clinicMonth, false)).toBe(false);
    expect(mayCut(INTERNAL, clinicMonth, false)).toBe(true);
    expect(mayCut(INTERNAL, { ...month, stratum: "sex", level: "female" }, false)).toBe(false);
  });

  it("no areas beside clinics where a count is hidden", () => {
    const area = { ...cell({ period_grain: "all" }), stratum: "area", level: "99001" };
    expect(mayCut(PUBLIC, area, true)).toBe(false);
    expect(mayCut(internalPolicy({ preset: "internal-complementary", ...BY }), area, true)).toBe(false);
    expect(mayCut(INTERNAL, area, true)).toBe(true);
  });

  it("one attribute at a time where the policy says so", () => {
    const tree = publicPolicy({ preset: "exact-tree", ...BY });
    expect(mayCut(tree, month, true)).toBe(true);
    expect(mayCut(tree, cell({ clinic_id: "north" }), true)).toBe(true);
    expect(mayCut(tree, { ...month, clinic_id: "north" }, true)).toBe(false);
  });
});
