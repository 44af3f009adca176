import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { patients } from "../../reports/components/gap_sentences.ts";
import { isRead } from "../../reports/components/gaps.ts";
import type { Release } from "../../reports/components/release.ts";
import { EQUITY_STRINGS } from "../../reports/components/strings_equity.ts";
import { VIEWS } from "../../reports/components/views.ts";
import { compareGroups } from "../../src/disclosure/compare_groups.ts";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { MEASURES } from "../../src/measures/index.ts";
import type { CountCell } from "../../src/reference/cells.ts";
import { INSTRUMENTS } from "../../src/reference/instruments.ts";
import { WINDOWS } from "../../src/reference/windows.ts";
import { byRuleAlone, cell } from "../disclosure/build.ts";
import { describe as manifestOf } from "../publish/build.ts";
import { NO_ROWS } from "../publish/no_rows.ts";

/** Numerators and denominators by language, as in the demonstration's synthetic programme, with one language too small to show. */
const COUNTS: Record<string, { window: string; instrument: string; by: Record<string, [number, number]> }> = {
  remission: {
    window: "6m",
    instrument: "phq9",
    by: { all: [405, 1536], English: [350, 1265], Spanish: [40, 205], Other: [15, 65], Hmong: [0, 1] },
  },
  response: {
    window: "6m",
    instrument: "phq9",
    by: { all: [600, 1536], English: [505, 1265], Spanish: [70, 205], Other: [25, 65], Hmong: [0, 1] },
  },
  first_contact_wait: {
    window: "wait_14d",
    instrument: "any",
    by: { all: [1275, 2361], English: [1045, 1940], Spanish: [175, 320], Other: [55, 95], Hmong: [0, 6] },
  },
  early_follow_up: {
    window: "days_1_to_28",
    instrument: "any",
    by: { all: [1455, 2291], English: [1220, 1885], Spanish: [170, 315], Other: [65, 90], Hmong: [0, 1] },
  },
};

type Change = (cell: CountCell) => CountCell;

function releaseOf(change: Change = (same) => same): Release {
  const counted = Object.entries(COUNTS).flatMap(([measure, { window, instrument, by }]) =>
    Object.entries(by).map(([level, [numerator, denominator]]) =>
      change(
        cell({
          measure,
          window,
          instrument,
          stratum: level === "all" ? "all" : "language",
          level,
          denominator,
          observed: denominator,
          numerator,
        }),
      ),
    ),
  );
  const { cells } = byRuleAlone(counted);
  const levels = ["English", "<b>Spanish</b>", "Other", "Hmong"].map((title) => ({
    id: title.replace(/<.*?>/g, ""),
    title,
  }));
  const manifest = manifestOf({
    measures: MEASURES.map(({ needs: _, ...measure }) => ({ ...measure, missing_tables: [] })),
    instruments: INSTRUMENTS,
    instruments_in_use: ["phq9"],
    windows: WINDOWS.map(({ id, title, definition }) => ({ id, title, definition })),
    strata: [{ id: "language", title: "Language", levels }],
  });
  return {
    ...NO_ROWS,
    manifest: { ...manifest, files: [] },
    seal: "",
    cells,
    gaps: compareGroups(cells, PUBLIC),
  };
}

function draw(release: Release, name: string): Element {
  const { document } = new JSDOM("<main></main>").window;
  const view = VIEWS[name]?.({ document, release, tables: [], beside: [] }, {});
  if (!view) throw new Error(`no view is called ${name}`);
  return view;
}

const texts = (root: Element, selector: string) =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => textContent ?? "");

const release = releaseOf();
const gapOf = (measure: string, level: string) => {
  const found = release.gaps.find((gap) => gap.measure === measure && gap.level === level);
  if (!isRead(found)) throw new Error(`${measure} of ${level} can be read`);
  return found;
};

describe("where a gap is clear", () => {
  const [first, ...others] = texts(draw(release, "equity-findings"), "li");

  it("is told in patients, with the two shares, from the same row as chart and table", () => {
    const { about, lower, upper } = patients(gapOf("remission", "Spanish"));
    expect([about, lower, upper]).toEqual(["16", "3", "27"]);
    expect(first).toContain("<b>Spanish</b> (language): Remission.");
    expect(first).toContain("About 16 more remissions (likely 3 to 27) among the 205 people of this group");
    expect(first).toContain("20 in 100 had few or no symptoms left, beside 27 in 100 of everyone else.");
    expect(others).toEqual([]);
  });

  it("is traced to the step of care in which the same group is behind: the cause that was planted", () => {
    const { about, lower, upper } = patients(gapOf("early_follow_up", "Spanish"));
    expect(first).toContain(
      EQUITY_STRINGS.traced(EQUITY_STRINGS.step("Follow-up within 4 weeks", about, lower, upper)),
    );
    expect(first).not.toContain("Seen within 14 days");
  });

  it("says how many comparisons were made and how many would be clear by chance", () => {
    const compared = release.gaps.filter(isRead);
    const clear = compared.filter(({ finding }) => finding !== "no_clear_difference");
    expect(texts(draw(release, "equity-findings"), ".note-line")[0]).toContain(
      EQUITY_STRINGS.chance("2", String(clear.length - 2), String(compared.length), "1"),
    );
  });

  it("names a gap in care alone as such", () => {
    const cared = draw(
      releaseOf((one) =>
        one.measure === "remission" && one.level === "Spanish" ? { ...one, numerator: 54 } : one,
      ),
      "equity-findings",
    );
    expect(texts(cared, "h3")).toEqual([EQUITY_STRINGS.careOnly]);
    expect(texts(cared, "li")[0]).toContain("Follow-up within 4 weeks");
    expect(cared.textContent).toContain(EQUITY_STRINGS.noClear("12"));
  });

  it("says so where nothing can be compared", () => {
    const tiny = releaseOf((one) => ({ ...one, denominator: 9, observed: 9, numerator: 4 }));
    expect(draw(tiny, "equity-findings").textContent).toBe(EQUITY_STRINGS.nobody);
    expect(draw({ ...release, gaps: [] }, "equity-findings").textContent).toBe(EQUITY_STRINGS.none);
    expect(draw({ ...release, gaps: [] }, "equity-groups").textContent).toBe(EQUITY_STRINGS.none);
  });
});

describe("group by group", () => {
  const page = draw(release, "equity-groups");
  const rows = texts(page, "tbody tr");

  it("shows results and care of a group in one row, hidden ones by mark", () => {
    expect(rows).toHaveLength(4);
    const spanish = [...page.querySelectorAll("tbody tr")][1];
    expect(texts(spanish ?? page, "td")).toEqual([
      "20% 16 fewer (likely 3 to 27)",
      `${Math.round(100 * (gapOf("remission", "Spanish").steadied ?? 0))}%`,
      "34% no clear difference",
      "55% no clear difference",
      "54% 35 fewer (likely 17 to 54)",
    ]);
    expect(rows[3]).toBe("Hmong" + "hidden".repeat(5));
  });

  it("draws a dot for each group that can be read, filled where the difference is clear, and says the same in words", () => {
    const charts = [...page.querySelectorAll("figure.chart")];
    expect(charts).toHaveLength(4);
    for (const chart of charts) {
      const title = chart.querySelector("h4")?.textContent;
      const own = release.gaps.filter(
        ({ measure }) => MEASURES.find(({ id }) => id === measure)?.title === title,
      );
      const clear = own.filter(({ finding }) => finding === "fewer" || finding === "more");
      expect(chart.querySelectorAll("circle")).toHaveLength(own.filter(isRead).length);
      expect(chart.querySelectorAll('circle[fill="var(--result)"]')).toHaveLength(clear.length);
      const alternative = chart.querySelector("svg")?.getAttribute("aria-label") ?? "";
      for (const level of ["English", "Spanish", "Other", "Hmong"]) expect(alternative).toContain(level);
      expect(alternative).toContain("Hmong: hidden");
    }
  });

  it("opens where a group is behind and says which", () => {
    expect(page.querySelector("details")?.hasAttribute("open")).toBe(true);
    expect(texts(page, "summary h3")).toEqual([EQUITY_STRINGS.sectionClear("Language", "<b>Spanish</b>")]);
    expect(page.querySelector("b")).toBeNull();
  });
});
