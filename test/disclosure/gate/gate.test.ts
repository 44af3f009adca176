import { describe, expect, it } from "vitest";
import { decide } from "../../../src/disclosure/decide.ts";
import { CANDIDATES, passGate } from "../../../src/disclosure/gate/gate.ts";
import { internalPolicy, PUBLIC, publicPolicy } from "../../../src/disclosure/policy.ts";
import { protect } from "../../../src/disclosure/protect.ts";
import { GateError } from "../../../src/errors.ts";
import type { CountCell } from "../../../src/reference/cells.ts";
import { cell, randomIntegers, waterfall } from "../build.ts";
import { narrowest } from "./brute_force.ts";

const BY_A_TEST = { version: "1", owner: "a test", date: "2026-11-27" };
const CMS = publicPolicy({ preset: "cms", ...BY_A_TEST });
const TREE = publicPolicy({ preset: "exact-tree", ...BY_A_TEST });
const COMMITTEE = internalPolicy({ preset: "internal-complementary", ...BY_A_TEST });

/** A cell in which everyone was seen and met the measure, so that there is one number to hide. */
const people = (count: number, key: Partial<CountCell> = {}) =>
  cell({ denominator: count, observed: count, numerator: count, ...key });
const YEARS = [2023, 2024].map((year) => ({
  period_grain: "year" as const,
  period_start: `${year}-01-01`,
  period_end: `${year}-12-31`,
}));
const sex = (level: string) => ({ stratum: "sex", level });
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** A programme of two years and two sexes with all its margins, as a table with its totals last, and as cells. */
function twoByTwo([a = 0, b = 0, c = 0, d = 0]: readonly number[]) {
  const table = [
    [a, b, a + b],
    [c, d, c + d],
    [a + c, b + d, a + b + c + d],
  ];
  const cells = table.flatMap((row, level) =>
    row.map((count, year) => people(count, { ...YEARS[year], ...(level < 2 ? sex(`s${level}`) : {}) })),
  );
  return { table, cells };
}

describe("the gate", () => {
  it.each([
    { name: "rounded", policy: PUBLIC, tables: 1_200 },
    { name: "exact", policy: CMS, tables: 1_200 },
    { name: "exact tree’s", policy: TREE, tables: 300 },
    { name: "committee’s", policy: COMMITTEE, tables: 300 },
  ])(
    "agrees with trying every $name table on which releases need repair, and leaves enough values",
    ({ name, policy, tables }) => {
      const below = randomIntegers(21);
      const seen = { safe: 0, repaired: 0 };
      for (let tried = 0; tried < tables; tried++) {
        const { table, cells } = twoByTwo(Array.from({ length: 4 }, () => below(tried % 2 ? 20 : 45)));
        const draft = decide(cells, [], policy);
        const shows = (shown: typeof draft.shownCells) =>
          [0, 3, 6].map((from) => shown.slice(from, from + 3).map(({ denominator }) => denominator));
        const before = narrowest(table, shows(draft.shownCells), policy);
        const passed = passGate(draft, policy);
        expect(passed.repairs > 0).toBe(before < CANDIDATES);
        expect(narrowest(table, shows(passed.draft.shownCells), policy)).toBeGreaterThanOrEqual(CANDIDATES);
        seen[passed.repairs > 0 ? "repaired" : "safe"] += 1;
      }
      console.info(
        `${tables} ${name} tables: ${seen.safe} safe by the rule alone, ${seen.repaired} repaired by the gate`,
      );
      expect(Math.min(seen.safe, seen.repaired)).toBeGreaterThan(40);
    },
  );

  it("hides a whole whose three hidden parts would be known to be 9 to 12", () => {
    const parts = [12, 12, 11].map((count, place) => people(count, sex(`s${place}`)));
    const { cells, audit } = protect([people(35), ...parts], [], PUBLIC);
    expect(cells.map(({ denominator }) => denominator)).toEqual([null, null, null, null]);
    expect(audit).toEqual({ secrets: 3, repairs: 1 });
  });

  it("hides what readers lose least by", () => {
    const parts = [1, 25].map((count, place) => people(count, sex(`s${place}`)));
    const { cells } = protect([people(26), ...parts], [], PUBLIC);
    expect(cells.map(({ denominator }) => denominator)).toEqual([25, null, null]);
    const three = [13, 1, 17].map((count, place) => people(count, sex(`s${place}`)));
    expect(protect([people(31), ...three], [], PUBLIC).cells.map((row) => row.denominator)).toEqual([
      30,
      15,
      null,
      15,
    ]);
  });

  it("hides a number in every measure and window that publishes it", () => {
    const rows = ["response", "remission"].flatMap((measure) =>
      [35, 12, 12, 11].map((count, place) => people(count, { measure, ...(place ? sex(`s${place}`) : {}) })),
    );
    const { cells } = protect(rows, [], PUBLIC);
    expect(new Set(cells.map(({ denominator }) => denominator))).toEqual(new Set([null]));
  });

  it.each([
    ["in whom nobody met it", (count: number) => ({ denominator: count, observed: count, numerator: 0 })],
    ["for whom nobody is eligible", () => ({ denominator: 0, observed: 0, numerator: 0 })],
  ])("shows others beside a measure of people %s", (_, counts) => {
    const rows = [60, 30, 25, 5].flatMap((count, place) => {
      const key = place ? sex(`s${place}`) : {};
      return [people(count, key), cell({ measure: "remission", ...key, ...counts(count) })];
    });
    const { cells } = protect(rows, [], PUBLIC);
    const response = cells.filter(({ measure }) => measure === "response");
    expect(response.map(({ denominator }) => denominator)).toEqual([60, 30, 25, null]);
  });

  it("hides steps of a waterfall too", () => {
    const exclusions = { a: 12, b: 12, c: 11 };
    const { steps } = protect(
      [cell()],
      waterfall(exclusions, { denominator: 100, observed: 80, numerator: 40 }),
      PUBLIC,
    );
    expect(steps.filter(({ step }) => step in exclusions).every(({ units }) => units === null)).toBe(true);
    expect(steps.find(({ step }) => step === "denominator")?.units).toBeNull();
  });

  it("refuses tables that do not add up", () => {
    expect(() => protect([people(40), people(20, sex("f")), people(19, sex("m"))], [], PUBLIC)).toThrow(
      "not the sum of their parts",
    );
  });

  it("publishes nothing when time runs out", () => {
    const draft = decide(twoByTwo([3, 20, 20, 20]).cells, [], PUBLIC);
    expect(() => passGate(draft, PUBLIC, { seconds: 0 })).toThrow(GateError);
    expect(() => passGate(draft, PUBLIC, { seconds: 0 })).toThrow("nothing was published");
  });

  it("says the same of the same tables", () => {
    const { cells } = twoByTwo([12, 11, 12, 30]);
    expect(protect(cells, [], PUBLIC)).toEqual(protect(cells, [], PUBLIC));
    expect(sum(cells.map(({ denominator }) => denominator))).toBe(260);
  });
});
