import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { count, percent } from "../../reports/components/formats.ts";
import { benchmarksOf } from "../../reports/components/funder_benchmarks.ts";
import { statement } from "../../reports/components/funder_outcomes.ts";
import { funderSet } from "../../reports/components/funder_set.ts";
import { largestGap } from "../../reports/components/largest_gap.ts";
import { plainShare, simpleFraction } from "../../reports/components/plain_share.ts";
import {
  cellsOf,
  type Manifest,
  programmeCell,
  type Release,
  stepsOf,
} from "../../reports/components/release.ts";
import { isReadable } from "../../reports/components/sentences.ts";
import { FUNDER_STRINGS } from "../../reports/components/strings_funders.ts";
import { VIEWS } from "../../reports/components/views.ts";
import { MEASURES } from "../../src/measures/index.ts";
import { readRelease } from "../../src/publish/read_release.ts";
import { wilson } from "../../src/stats/wilson.ts";
import { cell, measure } from "./made_cells.ts";
import { writeMadeRelease } from "./made_release.ts";

const FUNDER_VIEWS = ["promised", "reach", "flow", "outcomes", "time", "equity", "cost", "missing"].map(
  (name) => `funder-${name}`,
);
const folder = mkdtempSync(join(tmpdir(), "funders-"));
let rich: Release;
let poor: Release;

beforeAll(() => {
  rich = withReached(readRelease(writeMadeRelease(join(folder, "rich"))));
  poor = readRelease(writeMadeRelease(join(folder, "poor"), 110));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A made release in which people were counted once each, by sex too. */
function withReached(release: Release): Release {
  const entry = MEASURES.find(({ id }) => id === "people_reached");
  if (!entry) throw new Error("people_reached is registered");
  const { needs: _, ...reached } = entry;
  const key = { measure: reached.id, instrument: "any", window: "so_far" };
  const people = (denominator: number | null, numerator: number | null, rest = {}) =>
    cell({
      ...key,
      denominator,
      observed: denominator,
      numerator,
      value: (numerator ?? 0) / (denominator ?? 1),
      ...rest,
    });
  const steps = [
    ["all", 2600],
    ["denominator", 2600],
    ["not_observed", 0],
    ["observed", 2600],
    ["not_met", 200],
    ["numerator", 2400],
  ] as const;
  return {
    ...release,
    manifest: {
      ...release.manifest,
      measures: [...release.manifest.measures, { ...reached, missing_tables: [] }],
      windows: [...release.manifest.windows, { id: "so_far", title: "So far", definition: "So far." }],
    },
    cells: [
      ...release.cells,
      people(2600, 2400),
      people(1500, 1400, { stratum: "sex", level: "female" }),
      people(1080, 1000, { stratum: "sex", level: "male" }),
    ],
    steps: [
      ...release.steps,
      ...steps.map(([step, units], step_order) => ({
        ...key,
        period_start: null,
        step_order,
        step,
        units,
        status: "shown" as const,
      })),
    ],
  };
}

const changed = (release: Release, changes: Partial<Manifest>): Release => ({
  ...release,
  manifest: { ...release.manifest, ...changes },
});

function draw(release: Release, name: string): Element {
  const { document } = new JSDOM("<main></main>").window;
  const view = VIEWS[name];
  if (!view) throw new Error(`no view is called ${name}`);
  return view({ document, release, beside: [], tables: [] }, {});
}

const texts = (root: Element, selector: string) =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => textContent ?? "");

describe("a share in plain words", () => {
  it.each([
    [24, 72, "About 1 in 3 (likely between 23 in 100 and 45 in 100)"],
    [18, 72, "About 1 in 4 (likely between 16 in 100 and 36 in 100)"],
  ])("is never half a fraction: %i of %i", (met, of, mixed) => {
    const said = plainShare({ value: met / of, ...(wilson(met, of) ?? { lower: 0, upper: 1 }) });
    expect(said).not.toBe(mixed);
    expect(new Set(said.match(/in 100/g) ?? []).size).toBeLessThanOrEqual(1);
  });

  it("is as near to the figure as it says, and never none or all of what is neither", () => {
    for (let share = 0.001; share < 1; share += 0.001) {
      const { part, whole } = simpleFraction(share);
      expect(Math.abs(part / whole - share)).toBeLessThanOrEqual(0.0201);
      if (whole < 100) expect(part > 0 && part < whole).toBe(true);
    }
  });

  it("uses simple fractions where the interval is wide, hundredths where it is narrow", () => {
    expect(plainShare({ value: 0.333, lower: 0.25, upper: 0.4 })).toBe(
      "About 1 in 3 (likely between 1 in 4 and 2 in 5)",
    );
    expect(plainShare({ value: 0.264, lower: 0.242, upper: 0.287 })).toBe(
      "About 26 in 100 (likely between 24 and 29)",
    );
    expect(plainShare({ value: 0, lower: 0, upper: 0.04 })).toBe("None (likely fewer than 4 in 100)");
    expect(plainShare({ value: 1, lower: 0.96, upper: 1 })).toBe("All (likely more than 96 in 100)");
  });

  it("names the people it is of, and says why where there is none", () => {
    expect(statement(measure(), cell({ denominator: 72, value: 0.333, lower: 0.25, upper: 0.4 }))).toBe(
      "About 1 in 3 (likely between 1 in 4 and 2 in 5) of the 72 eligible people halved their score or better.",
    );
    expect(statement(measure(), undefined)).toBe("This release holds no result for this measure.");
  });
});

describe("what was promised", () => {
  it("is what the page shows, in its order, with the day and whether it came before the data", () => {
    const { subjects } = funderSet(rich);
    expect(subjects.map(({ measure: { id }, window }) => `${id} ${window.id}`)).toEqual([
      "remission 6m",
      "follow_up 6m",
    ]);
    const said = draw(rich, "funder-promised").textContent;
    expect(said).toContain("the 2 measures agreed on 15 November 2022");
    expect(said).toContain(FUNDER_STRINGS.set.before);
    expect(texts(draw(rich, "funder-outcomes"), ".promised h3").map((text) => text.split("PHQ")[0])).toEqual(
      subjects.map(({ measure: { title } }) => title),
    );
  });

  it("is said to be nothing where nothing was, and the first page's measures stand in", () => {
    const without = changed(rich, { funder: null });
    expect(texts(draw(without, "funder-promised"), ".badge-open")).toEqual([FUNDER_STRINGS.set.none]);
    expect(funderSet(without).subjects.length).toBeGreaterThan(2);
  });

  it("names what the release does not hold", () => {
    const measures = rich.manifest.measures.map((entry) =>
      entry.id === "remission" ? { ...entry, missing_tables: ["assessment"] } : entry,
    );
    expect(texts(draw(changed(rich, { measures }), "funder-promised"), ".absent")).toEqual([
      "Promised, but not in this release: Remission (needs assessment).",
    ]);
  });

  it("is told of data that had begun before", () => {
    const { funder } = rich.manifest;
    const late = changed(rich, { funder: funder && { ...funder, registered: "2024-06-01" } });
    expect(draw(late, "funder-promised").textContent).toContain("The data begin on 1 January 2023");
  });
});

describe("people reached", () => {
  it("are told, drawn and listed from the same cells", () => {
    const page = draw(rich, "funder-reach");
    expect(page.querySelector(".finding")?.textContent).toBe(
      "About 2,600 people were referred, each counted once; about 2,400 of them (92 in 100) were enrolled.",
    );
    expect(texts(page, ".counts-number")).toEqual(["1,400", "1,000"]);
    const widths = [...page.querySelectorAll(".counts-bar")].map((bar) => Number(bar.getAttribute("width")));
    expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(1.4, 2);
    expect(texts(page, ".twin tbody tr").map((row) => row.replace(/\s+/g, " "))).toEqual([
      "femaleSex1,5001,40058.3%",
      "maleSex1,0801,00041.7%",
    ]);
  });

  it("degrade by name", () => {
    expect(draw(poor, "funder-reach").textContent).toBe(FUNDER_STRINGS.reach.none);
  });
});

describe("the flow from referral to outcome", () => {
  it("has a bar for each stage as wide as its count, and every loss in the table", () => {
    const page = draw(rich, "funder-flow");
    const named = new Map(
      texts(page, "tbody tr").map((row) => [
        row.replace(/(people|episodes)[\d,]+$/, ""),
        row.match(/[\d,]+$/)?.[0],
      ]),
    );
    const [lead] = funderSet(rich).subjects;
    const response = lead && stepsOf(rich, { ...lead, measure: { ...lead.measure, id: "response" } });
    const units = (step: string) => count(response?.find((one) => one.step === step)?.units ?? -1);
    expect(named.get("Referred")).toBe("2,600");
    expect(named.get("Enrolled")).toBe("2,400");
    expect(named.get("Eligible")).toBe(units("denominator"));
    expect(named.get("Followed up")).toBe(units("observed"));
    expect(named.get("Responded")).toBe(units("numerator"));
    expect(named.get("− No score in the window")).toBe(units("not_observed"));
    const bars = [...page.querySelectorAll(".flow rect")].map((bar) => Number(bar.getAttribute("width")));
    const counts = texts(page, ".flow-count").map((text) => Number(text.replace(",", "")));
    expect(bars.length).toBe(counts.length);
    for (const [at, width] of bars.entries())
      expect(width / (bars[0] ?? 1)).toBeCloseTo((counts[at] ?? 0) / (counts[0] ?? 1), 2);
    expect(page.querySelector("h4")?.textContent).toContain(
      `2,600 people referred; of the ${units("denominator")} due`,
    );
  });
});

describe("published figures", () => {
  it("are drawn only where they match, on an axis of their own way of counting, and told in words where not", () => {
    const page = draw(rich, "funder-outcomes");
    for (const subject of funderSet(rich).subjects) {
      const { drawn, told } = benchmarksOf(rich.manifest, subject);
      expect(drawn.every(({ match }) => match !== "not_comparable")).toBe(true);
      const section = [...page.querySelectorAll(".promised")].find((one) =>
        one.querySelector("h3")?.textContent?.startsWith(subject.measure.title),
      );
      const charts = [...(section?.querySelectorAll("figure.chart") ?? [])];
      expect(charts).toHaveLength(new Set(drawn.map(({ basis }) => basis)).size);
      for (const chart of charts) {
        const names = texts(chart, "tbody th");
        const bases = new Set(
          drawn
            .filter((one) => names.some((name) => name.startsWith(one.programme)))
            .map(({ basis }) => basis),
        );
        expect(bases.size).toBe(1);
        const alternative = chart.querySelector("svg")?.getAttribute("aria-label") ?? "";
        for (const { programme } of told) expect(alternative).not.toContain(programme);
      }
      expect(texts(section as Element, ".not-drawn li")).toHaveLength(told.length);
    }
    expect(benchmarksOf(rich.manifest, funderSet(rich).subjects[0] as never).told.length).toBeGreaterThan(0);
  });

  it("stand beside the released figure", () => {
    const [remission] = funderSet(rich).subjects;
    const found = remission && programmeCell(cellsOf(rich, remission));
    if (!isReadable(found)) throw new Error("the made programme shows remission");
    const ours = [...draw(rich, "funder-outcomes").querySelectorAll("figure.chart tbody tr")][0];
    expect(ours?.textContent).toBe(
      `This programme${percent(found.value, found.denominator)}${count(found.denominator)}`,
    );
  });
});

describe("the largest gap", () => {
  it("is of the group that differs most from everyone else, of those that differ by more than chance", () => {
    const [subject] = funderSet(rich).subjects;
    const [made] = rich.gaps;
    if (!subject || !made) throw new Error("remission was promised, and groups are compared");
    const key = {
      measure: "remission",
      instrument: "phq9",
      window: "6m",
      period_grain: "all",
      clinic_id: "all",
    };
    const gap = (stratum: string, level: string, value: number, others: number, finding: string) =>
      ({
        ...made,
        ...key,
        stratum,
        level,
        value,
        others,
        difference: value - others,
        finding,
      }) as typeof made;
    const gaps = [
      gap("sex", "female", 0.36, 0.3, "more"),
      gap("sex", "male", 0.2, 0.4, "no_clear_difference"),
      gap("age_band", "18_to_29", 0.22, 0.31, "fewer"),
      gap("age_band", "under_18", 0.1, 0.31, "not_compared"),
    ];
    expect(largestGap({ ...rich, gaps }, [subject])).toMatchObject({
      compared: 3,
      apart: 2,
      largest: { group: "18 to 29", value: 0.22, others: 0.31 },
    });
    const drawn = draw({ ...rich, gaps }, "funder-equity").querySelector(".finding")?.textContent;
    expect(drawn).toContain("18 to 29 (age at baseline), remission: 22 in 100, beside 31 in 100");
    const none = draw({ ...rich, gaps: gaps.slice(1, 2) }, "funder-equity").querySelector(
      ".finding",
    )?.textContent;
    expect(none).toBe(FUNDER_STRINGS.equity.none("1"));
  });
});

describe("cost for each person", () => {
  it("is that of the released table, and named where there is none", () => {
    const shown = rich.costs.filter(
      ({ status, period_grain, clinic_id, stratum }) =>
        status === "shown" && period_grain === "all" && clinic_id === "all" && stratum === "all",
    );
    const page = draw(rich, "funder-cost");
    expect(shown.length).toBeGreaterThan(0);
    for (const { cost_per_person } of shown)
      expect(page.textContent).toContain(count(Math.round(cost_per_person ?? -1)));
    expect(draw({ ...rich, costs: [] }, "funder-cost").textContent).toBe(FUNDER_STRINGS.cost.none);
  });
});

describe("the certificate", () => {
  it("holds the seal, the run, the policy and who signed each definition", () => {
    const page = draw(rich, "certificate");
    for (const text of [rich.seal, rich.manifest.run_id, rich.manifest.policy.owner])
      expect(page.textContent).toContain(text);
    expect(rich.seal).toMatch(/^[0-9a-f]{64}$/);
    expect(texts(page, ".data-note")).toEqual([FUNDER_STRINGS.certificate.unsigned("2", "2")]);
    const measures = rich.manifest.measures.map((entry) => ({
      ...entry,
      sign_off: { by: "Dr A", date: "2024-01-02" },
    }));
    const signed = draw(changed(rich, { measures }), "certificate");
    expect(texts(signed, "tbody td:last-child")).toEqual([
      "✓ Dr A, 2 January 2024",
      "✓ Dr A, 2 January 2024",
    ]);
  });
});

describe("a release with little in it", () => {
  it.each(FUNDER_VIEWS)("still draws %s", (name) => {
    expect(draw(poor, name).textContent).not.toBe("");
    const empty = { ...poor, cells: [], steps: [], survival: [], signals: [] };
    expect(draw(empty, name).textContent).not.toMatch(/NaN|undefined|null/);
  });
});
