import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { type Change, changeOf } from "../../reports/components/changes.ts";
import type { Cell, Release, Subject } from "../../reports/components/release.ts";
import { CHANGE_STRINGS } from "../../reports/components/strings_changes.ts";
import { inPoints, inWords } from "../../reports/components/view_changes.ts";
import { VIEWS } from "../../reports/components/views.ts";
import { bareRelease } from "./bare_release.ts";
import { cell, measure, WITHOUT } from "./made_cells.ts";

const SUBJECT: Subject = {
  measure: measure(),
  instrument: { id: "phq9" } as Subject["instrument"],
  window: { id: "6m", title: "6 months", definition: "" },
};

const counted = (numerator: number, denominator: number, changes: Partial<Cell> = {}): Cell =>
  cell({ numerator, denominator, value: numerator / denominator, ...changes });

/** A month of counts, `closed` unless said. */
const month = (
  start: string,
  numerator: number,
  denominator: number,
  cohort: Cell["cohort"] = "closed",
): Cell => counted(numerator, denominator, { period_grain: "month", period_start: start, cohort });

const release = (as_of: string, cells: readonly Cell[], definition = "Who halved their score."): Release =>
  bareRelease({ as_of, measures: [measure({ definition })] }, { cells });

const [A, B, C] = ["2024-01-01", "2024-02-01", "2024-03-01"] as const;
const before = release("2024-09-30", [
  counted(30, 100),
  month(A, 20, 60),
  month(B, 10, 40),
  month(C, 0, 1, "closing"),
]);

/** The movement in whole counts of a hundred thousandths, so that nothing is lost in rounding. */
const partsOf = (change: Change | undefined) =>
  change?.parts &&
  [change.moved, change.parts.late, change.parts.care].map((share) => Math.round(1e5 * share));

describe("a movement since the last release", () => {
  it("is split into planted late data and planted care, to the person, and the parts add up", () => {
    // Four late scores in January, all met; ten people of March, of whom eight met.
    const after = release("2024-10-31", [
      counted(42, 114),
      month(A, 24, 64),
      month(B, 10, 40),
      month(C, 8, 10),
    ]);
    const change = changeOf(before, after, SUBJECT);
    const late = 34 / 104 - 0.3;
    const care = 42 / 114 - 34 / 104;
    expect(partsOf(change)).toEqual([42 / 114 - 0.3, late, care].map((share) => Math.round(1e5 * share)));
    expect((change?.parts?.late ?? 0) + (change?.parts?.care ?? 0)).toBeCloseTo(change?.moved ?? 0, 12);
    expect(change && inWords(change)).toBe(
      "Moved by 6.8 points up: 2.7 points up through late or corrected data, 4.1 points up through care since.",
    );
  });

  it("has one part only where nothing came late, or nothing is new", () => {
    const onlyCare = release("2024-10-31", [
      counted(38, 110),
      month(A, 20, 60),
      month(B, 10, 40),
      month(C, 8, 10),
    ]);
    const onlyLate = release("2024-10-31", [
      counted(26, 100),
      month(A, 16, 60),
      month(B, 10, 40),
      month(C, 0, 1, "closing"),
    ]);
    expect(changeOf(before, onlyCare, SUBJECT)?.parts?.late).toBe(0);
    expect(changeOf(before, onlyLate, SUBJECT)?.parts?.care).toBeCloseTo(0, 12);
    expect(inWords(changeOf(before, onlyLate, SUBJECT) as Change)).toBe(
      "Moved by 4.0 points down through late or corrected data alone.",
    );
    expect(inWords(changeOf(before, before, SUBJECT) as Change)).toBe("As it was.");
  });

  it("of a measure that is counted by month is between the two latest months", () => {
    const monthly = (cells: readonly Cell[], as_of: string) => release(as_of, cells);
    const then = monthly([month(A, 20, 50), month(B, 20, 50)], "2024-02-29");
    const now = monthly([month(A, 20, 50), month(B, 24, 50), month(C, 30, 50)], "2024-03-31");
    expect(partsOf(changeOf(then, now, SUBJECT))).toEqual([20000, 8000, 12000]);
  });

  it("is not split where a month is hidden, or where the definition changed, and says so", () => {
    const hidden = { ...WITHOUT.suppressed, period_grain: "month" as const, period_start: A };
    const after = release("2024-10-31", [counted(42, 114), hidden, month(B, 10, 40)]);
    const change = changeOf(before, after, SUBJECT);
    expect(change?.parts).toBeNull();
    expect(change && inWords(change)).toContain("Some months are hidden");
    const ruled = changeOf(release("2024-09-30", before.cells, "Another rule."), before, SUBJECT);
    expect(ruled?.isRuleChanged && ruled.parts === null && inWords(ruled)).toContain(
      "Its definition changed",
    );
  });

  it("is not told where either release hides the figure", () => {
    expect(changeOf(release("2024-09-30", [WITHOUT.suppressed]), before, SUBJECT)).toBeUndefined();
    expect(changeOf(before, release("2024-10-31", []), SUBJECT)).toBeUndefined();
  });

  it("is written in points with a sign, and a rounded nothing without one", () => {
    expect([0.0123, -0.0123, 0.0004, -0.0004].map(inPoints)).toEqual(["+1.2", "−1.2", "0.0", "0.0"]);
  });
});

describe("what changed since last month, on the page", () => {
  const manifest = (as_of: string) => ({
    as_of,
    measures: [measure({ by_instrument: false, windows: ["month"] })],
    headlines: [{ measure: "response", windows: ["month"] }],
    windows: [{ id: "month", title: "Calendar month", definition: "" }],
  });
  const monthly = (as_of: string, cells: readonly Cell[]) =>
    bareRelease(manifest(as_of), {
      cells: cells.map((one) => ({ ...one, instrument: "any", window: "month" })),
    });
  const draw = (now: Release, earlier: readonly Release[]) => {
    const { document } = new JSDOM("<main></main>").window;
    return VIEWS.changes?.({ document, release: now, tables: [], beside: [], earlier }, {});
  };
  const january = monthly("2024-01-31", [month(A, 20, 50)]);
  const february = monthly("2024-02-29", [month(A, 22, 50), month(B, 26, 50)]);

  it("has a row with the figures of both releases, the parts and the sentence", () => {
    const row = draw(february, [january])?.querySelector("tbody tr");
    const cells = [...(row?.querySelectorAll("td") ?? [])].map(({ textContent }) => textContent);
    expect(cells).toEqual(["40%", "52%", "+4.0", "+8.0", "none"]);
    expect(row?.querySelector(".sentence")?.textContent).toBe(
      "Moved by 12.0 points up: 4.0 points up through late or corrected data, 8.0 points up through care since.",
    );
  });

  it("says so where there is no earlier release", () => {
    expect(draw(january, [])?.textContent).toContain(CHANGE_STRINGS.first);
  });
});
