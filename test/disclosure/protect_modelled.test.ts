import { describe, expect, it } from "vitest";
import { INTERNAL, type Policy, PUBLIC } from "../../src/disclosure/policy.ts";
import { protect } from "../../src/disclosure/protect.ts";
import { protectAdjusted, protectRiskGroups } from "../../src/disclosure/protect_adjusted.ts";
import { protectImputed } from "../../src/disclosure/protect_imputed.ts";
import { ALL } from "../../src/reference/cells.ts";
import type { ImputedCohort } from "../../src/reference/modelled.ts";
import { byar } from "../../src/stats/byar.ts";
import { about } from "../stats/about.ts";
import { cell } from "./build.ts";

const KEY = { measure: "response", instrument: "phq9", window: "10w" };

/** Three clinics, one of them small; the whole is theirs. */
const CLINICS = [
  { clinic_id: "north", denominator: 212, observed: 150, numerator: 62 },
  { clinic_id: "south", denominator: 187, observed: 141, numerator: 48 },
  { clinic_id: "west", denominator: 31, observed: 20, numerator: 7 },
];
const total = (count: "denominator" | "observed" | "numerator") =>
  CLINICS.reduce((sum, clinic) => sum + clinic[count], 0);
const COUNTED = [
  cell({ denominator: total("denominator"), observed: total("observed"), numerator: total("numerator") }),
  ...CLINICS.map((clinic) => cell(clinic)),
];
const EXPECTED = CLINICS.map(({ clinic_id, denominator, numerator }, i) => ({
  ...KEY,
  clinic_id,
  people: denominator,
  met: numerator,
  expected: numerator + ([-5.4, 3.4, 2][i] ?? 0),
  label: "common_cause" as const,
}));

const cellsUnder = <E extends "public" | "internal">(policy: Policy<E>) => protect(COUNTED, [], policy).cells;

describe("clinics after adjustment", () => {
  it("tell no more than rounded counts, and nothing where their cell is hidden", () => {
    const [north, south, west] = protectAdjusted(EXPECTED, cellsUnder(PUBLIC), PUBLIC);
    expect(north).toMatchObject({
      people: 210,
      met: 60,
      expected: 55,
      status: "shown",
      label: "common_cause",
    });
    const { lower, upper } = byar(60);
    expect([north?.ratio, north?.ratio_lower, north?.ratio_upper]).toEqual(
      about([60 / 55, lower / 55, upper / 55], 12),
    );
    const programme = 115 / 430;
    expect(north?.adjusted).toBeCloseTo((60 / 55) * programme, 12);
    expect(south).toMatchObject({ people: 185, met: 50, expected: 50 });
    expect(west).toEqual({
      ...KEY,
      clinic_id: "west",
      people: null,
      met: null,
      expected: null,
      ratio: null,
      ratio_lower: null,
      ratio_upper: null,
      adjusted: null,
      adjusted_lower: null,
      adjusted_upper: null,
      label: null,
      status: "suppressed",
    });
  });

  it("are the same whichever way one person turned out, where counts round alike", () => {
    const nudged = EXPECTED.map((clinic) => ({ ...clinic, expected: clinic.expected + 0.4 }));
    const publish = (clinics: typeof EXPECTED) => protectAdjusted(clinics, cellsUnder(PUBLIC), PUBLIC);
    expect(publish(nudged)).toEqual(publish(EXPECTED));
  });

  it("are exact in the internal edition", () => {
    const rows = protectAdjusted(EXPECTED, cellsUnder(INTERNAL), INTERNAL);
    expect(rows.map(({ people, met, expected }) => [people, met, expected])).toEqual([
      [212, 62, 56.6],
      [187, 48, 51.4],
      [31, 7, 9],
    ]);
  });
});

describe("groups by what is expected of them", () => {
  const groups = [40, 18, 30, 29].map((met, i) => ({
    ...KEY,
    risk_group: i + 1,
    people: [110, 106, 107, 107][i] ?? 0,
    met,
    expected: met + 3.2,
  }));

  it("are rounded like cells, and add up to the programme within their rounding", () => {
    const rows = protectRiskGroups(groups, cellsUnder(PUBLIC), PUBLIC);
    expect(rows.map(({ people, met, expected }) => [people, met, expected])).toEqual([
      [110, 40, 45],
      [105, 20, 20],
      [105, 30, 35],
      [105, 30, 30],
    ]);
    expect(rows[0]?.expected_value).toBeCloseTo(45 / 110, 12);
  });

  it("are hidden where few met the measure, and another with them so that it cannot be told by subtraction", () => {
    const few = groups.map((one, i) => (i === 1 ? { ...one, met: 4 } : one));
    const rows = protectRiskGroups(few, cellsUnder(PUBLIC), PUBLIC);
    expect(rows[1]).toMatchObject({ met: null, value: null, expected: null, status: "suppressed" });
  });

  it("are hidden whole where the programme is", () => {
    const { cells } = protect([cell({ denominator: 9, observed: 9, numerator: 5 })], [], PUBLIC);
    for (const row of protectRiskGroups(groups, cells, PUBLIC)) expect(row.status).toBe("suppressed");
  });
});

describe("rates with the missing imputed", () => {
  const told: ImputedCohort = {
    ...KEY,
    value: 0.3131,
    lower: 0.2787,
    upper: 0.3519,
    of_missing: 0.1812,
    floor: 0.25,
    of_missing_at_floor: 0.0432,
    imputations: 40,
  };

  it("stand for whole fives of people, of everyone or of those without a score", () => {
    const [row] = protectImputed([told], cellsUnder(PUBLIC), PUBLIC);
    expect(row).toEqual({
      ...KEY,
      people: 430,
      value: 135 / 430,
      lower: 120 / 430,
      upper: 150 / 430,
      of_missing: 20 / 120,
      floor: 0.25,
      of_missing_at_floor: 5 / 120,
      imputations: 40,
      status: "shown",
    });
  });

  it("are hidden where the programme's counts are", () => {
    const { cells } = protect([cell({ denominator: 60, observed: 55, numerator: 30 })], [], PUBLIC);
    expect(protectImputed([told], cells, PUBLIC)).toMatchObject([
      { value: null, floor: null, status: "suppressed" },
    ]);
    expect(protectImputed([{ ...told, window: "6m" }], cellsUnder(PUBLIC), PUBLIC)).toMatchObject([
      { value: null, status: "suppressed" },
    ]);
  });

  it("are told to a tenth of a person in the internal edition", () => {
    const [row] = protectImputed([told], cellsUnder(INTERNAL), INTERNAL);
    expect(row?.value).toBeCloseTo(0.3131, 3);
    expect(row?.people).toBe(430);
    expect(cellsUnder(INTERNAL).filter(({ clinic_id }) => clinic_id === ALL)).toHaveLength(1);
  });
});
