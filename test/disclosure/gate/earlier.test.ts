import { describe, expect, it } from "vitest";
import type { EarlierRelease } from "../../../src/disclosure/gate/earlier.ts";
import { PUBLIC } from "../../../src/disclosure/policy.ts";
import { protect } from "../../../src/disclosure/protect.ts";
import { GateError } from "../../../src/errors.ts";
import type { CountCell } from "../../../src/reference/cells.ts";
import { byRuleAlone, cell } from "../build.ts";

const YEAR = { period_grain: "year", period_start: "2023-01-01", period_end: "2023-12-31" } as const;

/** A year of three groups of 12, 12 and 11 people, everyone seen and successful; `changes` is what late data did to the last. */
function year(changes = 0, key: Partial<CountCell> = {}): CountCell[] {
  const people = (count: number, group: Partial<CountCell> = {}) =>
    cell({ denominator: count, observed: count, numerator: count, ...YEAR, ...key, ...group });
  const groups = [12, 12, 11 + changes];
  return [
    people(35 + changes),
    ...groups.map((count, place) => people(count, { stratum: "sex", level: `s${place}` })),
  ];
}
const alike = (count: number) => ({ denominator: count, observed: count, numerator: count });
const publicAs = (cells: CountCell[]) => ({ policy: PUBLIC, cells: byRuleAlone(cells).cells });
const shown = (cells: readonly { denominator: number | null }[]) =>
  cells.map(({ denominator }) => denominator);

describe("earlier releases that are still public", () => {
  it("stop a release that they would undo, since what is out cannot be hidden", () => {
    expect(shown(byRuleAlone(year()).cells)).toEqual([35, null, null, null]);
    expect(shown(protect(year(), [], PUBLIC).cells)).toEqual([null, null, null, null]);
    expect(() => protect(year(), [], PUBLIC, { earlier: [publicAs(year())] })).toThrow(
      "withdraw those made by another rule",
    );
  });

  it("change nothing where they hid the same", () => {
    const first = protect(year(), [], PUBLIC);
    const again = protect(year(), [], PUBLIC, { earlier: [{ policy: PUBLIC, cells: first.cells }] });
    expect(again.cells).toEqual(first.cells);
  });

  it("tell nothing certain where late data have made them untrue", () => {
    const earlier = [publicAs(year(-4))];
    expect(shown(earlier[0]?.cells ?? [])).toEqual([30, null, null, null]);
    expect(() => protect(year(), [], PUBLIC, { earlier })).not.toThrow();
  });

  it.each([{ cohort: "closing" }, { period_grain: "all", period_start: null }] as const)(
    "tell the least that a period is which had not closed: %o",
    (key) => {
      const earlier = (changes: number) => [publicAs(year(changes, key))];
      expect(() => protect(year(0, key), [], PUBLIC, { earlier: earlier(0) })).toThrow(GateError);
      expect(() => protect(year(0, key), [], PUBLIC, { earlier: earlier(-4) })).not.toThrow();
    },
  );

  it("tell by their sums the least that a hidden part was", () => {
    const now = { cohort: "closing" } as const;
    const groups = (counts: readonly number[]) => [
      cell({ ...YEAR, ...now, ...alike(counts.reduce((sum, count) => sum + count, 0)) }),
      ...counts.map((count, at) =>
        cell({ ...YEAR, ...now, stratum: "sex", level: `s${at}`, ...alike(count) }),
      ),
    ];
    const then = publicAs(groups([23, 12]));
    expect(shown(then.cells)).toEqual([35, 25, null]);
    const today = groups([28, 12]);
    expect(shown(protect(today, [], PUBLIC).cells)).toEqual([40, 30, null]);
    expect(() => protect(today, [], PUBLIC, { earlier: [then] })).not.toThrow();
  });

  /** A year of two groups that has not closed, so that its counts may still change; what it published hid the last. */
  const twoGroups = ([a, b]: readonly [number, number]) =>
    [
      { count: a + b },
      { count: a, stratum: "sex", level: "s0" },
      { count: b, stratum: "sex", level: "s1" },
    ].map(({ count, ...group }) => cell({ ...YEAR, cohort: "closing", ...alike(count), ...group }));

  it("tell the most that a count is of which corrections have taken some away, where its counts were kept", () => {
    const [then, today] = [twoGroups([18, 7]), twoGroups([22, 6])];
    const earlier = publicAs(then);
    expect(shown(earlier.cells)).toEqual([25, 20, null]);
    const protectAfter = (one: EarlierRelease) => shown(protect(today, [], PUBLIC, { earlier: [one] }).cells);
    expect(protectAfter(earlier)).toEqual([30, 20, null]);
    expect(protectAfter({ ...earlier, exact: then })).toEqual([30, null, null]);
  });

  it("tell what they published and no more where counts have fallen since and nobody kept them", () => {
    const [then, today] = [twoGroups([40, 20]), twoGroups([40, 5])];
    const cells = publicAs(then).cells.map((row) =>
      row.level === "s1" ? { ...row, denominator: null, observed: null, numerator: null } : row,
    );
    expect(shown(protect(today, [], PUBLIC, { earlier: [{ policy: PUBLIC, cells }] }).cells)).toEqual([
      45,
      40,
      null,
    ]);
  });

  it("are all remembered where rows of them are told no more", () => {
    const made = ([a, b]: readonly [number, number], clinics: readonly number[] = []) => [
      ...twoGroups([a, b]),
      ...clinics.map((count, at) =>
        cell({ ...YEAR, cohort: "closing", clinic_id: `c${at}`, ...alike(count) }),
      ),
    ];
    const then = protect(made([46, 8], [31, 23]), [], PUBLIC);
    expect(shown(then.cells)).toEqual([55, 45, null, 30, 25]);
    const ofGroups = then.cells.filter(({ clinic_id }) => clinic_id === "all");
    for (const cells of [then.cells, ofGroups])
      expect(
        shown(protect(made([48, 8]), [], PUBLIC, { earlier: [{ policy: PUBLIC, cells }] }).cells),
      ).toEqual([55, null, null]);
  });

  it("may speak of what is told no more", () => {
    const gone = cell({ ...YEAR, clinic_id: "gone", ...alike(20) });
    const earlier = [{ policy: PUBLIC, cells: byRuleAlone([...year(), gone]).cells }];
    expect(() => protect(year(20), [], PUBLIC, { earlier })).not.toThrow();
  });

  it("count with the rule by which they were made", () => {
    const wide = { policy: { hide_at_most: 17, round_to: 35 }, cells: byRuleAlone(year()).cells };
    expect(() => protect(year(), [], PUBLIC, { earlier: [wide] })).not.toThrow();
  });

  it("keep a total hidden that was hidden for parts which are no longer told", () => {
    const [total] = year();
    const first = protect(year(), [], PUBLIC);
    const later = (earlier: { policy: typeof PUBLIC; cells: typeof first.cells }[]) =>
      shown(protect(total ? [total] : [], [], PUBLIC, { earlier }).cells);
    expect(later([])).toEqual([35]);
    expect(later([{ policy: PUBLIC, cells: first.cells }])).toEqual([null]);
  });
});
