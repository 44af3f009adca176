import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inHundred, percent, percentRange } from "../../reports/components/formats.ts";
import {
  type Cell,
  cellsOf,
  clinicCells,
  programmeCell,
  type Release,
  subjectsOf,
} from "../../reports/components/release.ts";
import { isReadable, plainly } from "../../reports/components/sentences.ts";
import { named, STRINGS } from "../../reports/components/strings.ts";
import { readRelease } from "../../src/publish/read_release.ts";
import { EXCLUSIONS } from "../../src/reference/exclusions.ts";
import { draw, texts } from "./draw_view.ts";
import { writeMadeRelease } from "./made_release.ts";
import { NASTY_NAMES } from "./made_units.ts";

const folder = mkdtempSync(join(tmpdir(), "views-"));
let rich: Release;
let poor: Release;

beforeAll(() => {
  rich = readRelease(writeMadeRelease(join(folder, "rich")));
  poor = readRelease(writeMadeRelease(join(folder, "poor"), 110));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function measureOf(release: Release, id: string) {
  const found = release.manifest.measures.find((measure) => measure.id === id);
  if (!found) throw new Error(`${id} is registered`);
  return found;
}

/** The figure whose table has this caption. */
function figure(root: Element, caption: string): Element {
  const found = [...root.querySelectorAll("figure.chart")].find(
    (one) => one.querySelector("caption")?.textContent === caption,
  );
  if (!found) throw new Error(`no chart has the table ${caption}`);
  return found;
}

/** How many results a drawing shows: the dots in the colour of results. */
const dots = (drawing: Element | null) => drawing?.querySelectorAll('g[fill="var(--result)"] circle').length;

describe("the first page", () => {
  it("has a row with value, range and sentence for every headline, and its other windows beside it", () => {
    const rows = [...draw(rich, "headline").querySelectorAll("tbody tr")];
    const measures = rich.manifest.headlines.flatMap(({ measure: id }) =>
      rich.manifest.measures.filter((measure) => measure.id === id),
    );
    expect(measures).toHaveLength(4);
    expect(rows).toHaveLength(measures.length);
    for (const [i, measure] of measures.entries()) {
      const found = ["6m", "10w"].map((id) => {
        const subject = subjectsOf(rich.manifest, measure).find(({ window }) => window.id === id);
        const cell = subject && programmeCell(cellsOf(rich, subject));
        if (!isReadable(cell)) throw new Error("the made programme shows every headline");
        return cell;
      });
      const row = rows[i] as Element;
      expect(texts(row, ".value")).toEqual(
        found.map(({ value, denominator }) => percent(value, denominator)),
      );
      expect(texts(row, ".range")).toEqual(
        found.map(({ lower, upper, denominator }) => percentRange(lower, upper, denominator)),
      );
      expect(texts(row, ".sentence")).toEqual([
        plainly(measure, found[0] as Cell, measure.id === "follow_up" ? "result" : "part"),
      ]);
    }
  });

  it("draws each headline over time, with a place for every period and a break where there is no number", () => {
    const row = draw(rich, "headline").querySelectorAll("tbody tr")[2] as Element;
    const months = row.querySelectorAll(".spark-interval, .spark-gap");
    expect(row.querySelector(".trend-caption")?.textContent).toBe("by month, Jan 23 to Dec 24");
    expect(months).toHaveLength(24);
    expect(row.querySelectorAll(".spark-suppressed").length).toBeGreaterThan(0);
    expect(row.querySelectorAll(".spark-pending").length).toBeGreaterThan(0);
    const path = row.querySelector(".spark-line")?.getAttribute("d") ?? "";
    expect(path.match(/[ML]/g)).toHaveLength(row.querySelectorAll(".spark-interval").length);
    expect(path.match(/M/g)?.length).toBeGreaterThan(1);
    expect(row.querySelector(".sparkline")?.getAttribute("aria-label")).toContain("in 100");
  });

  it("names a headline that this extract cannot give", () => {
    const measures = rich.manifest.measures.map((entry) =>
      entry.id === "response" ? { ...entry, missing_tables: ["assessment"] } : entry,
    );
    const lost = { ...rich, manifest: { ...rich.manifest, measures } };
    expect(texts(draw(lost, "headline"), ".absent")).toEqual([STRINGS.headline.notComputable("Response")]);
  });

  it("says hidden where a headline is hidden, and nothing that looks like zero", () => {
    const page = draw(poor, "headline");
    const hidden = [...page.querySelectorAll("tbody tr")].filter((row) =>
      row.querySelector('[data-label="PHQ-9, 6 months"] .mark-suppressed'),
    );
    expect(hidden.length).toBeGreaterThan(0);
    for (const row of hidden) {
      expect(row.querySelector('[data-label="PHQ-9, 6 months"]')?.textContent).toBe(
        STRINGS.status.suppressed,
      );
      expect(row.textContent).toContain(STRINGS.statusMeaning.suppressed);
    }
  });

  it("says so when no instrument is in use", () => {
    const empty = { ...rich, manifest: { ...rich.manifest, instruments_in_use: [] } };
    expect(draw(empty, "headline").textContent).toBe(STRINGS.headline.nothing);
  });

  it("stamps where the numbers come from", () => {
    const stamp = draw(rich, "stamp").textContent;
    for (const fact of ["1 February 2025", "31 January 2025", rich.manifest.run_id, STRINGS.stamp.synthetic])
      expect(stamp).toContain(fact);
  });
});

describe("a measure's page", () => {
  it("shows in chart and table the same readable clinics, with the same figures", () => {
    const page = draw(rich, "measure", { id: "response" });
    const measure = rich.manifest.measures.find(({ id }) => id === "response");
    if (!measure) throw new Error("response is registered");
    for (const subject of subjectsOf(rich.manifest, measure)) {
      const cells = clinicCells(cellsOf(rich, subject));
      const readable = cells.filter(isReadable);
      const chart = figure(page, `Response, PHQ-9, ${subject.window.title}, by clinic`);
      expect(readable.length).toBeGreaterThan(4);
      expect(dots(chart.querySelector(".drawing"))).toBe(readable.length);
      const results = texts(chart, 'tbody [data-label="Result"]');
      expect(results).toHaveLength(cells.length);
      expect(results.filter((text) => text.endsWith("%")).sort()).toEqual(
        readable.map(({ value, denominator }) => percent(value, denominator)).sort(),
      );
      for (const { value, denominator } of readable)
        expect(texts(chart, ".drawing svg text")).toContain(percent(value, denominator));
    }
  });

  it("keeps a place for every period, and breaks the line where there is no number", () => {
    const page = draw(rich, "measure", { id: "remission" });
    const chart = figure(page, "Remission, PHQ-9, 6 months, by month");
    const results = texts(chart, 'tbody [data-label="Result"]');
    expect(results).toHaveLength(24);
    expect(new Set(results)).toContain(STRINGS.status.suppressed);
    expect(new Set(results)).toContain(STRINGS.status.pending);
    expect(dots(chart.querySelector(".drawing"))).toBe(results.filter((text) => text.endsWith("%")).length);
    expect(texts(chart, ".legend li")).toEqual([
      STRINGS.charts.legend.suppressed,
      STRINGS.charts.legend.pending,
    ]);
  });

  it("opens with every scale and window, each leading to its section", () => {
    const page = draw(rich, "measure", { id: "response" });
    const rows = [...page.querySelectorAll(".summary tbody tr")];
    const subjects = subjectsOf(rich.manifest, measureOf(rich, "response"));
    expect(rows).toHaveLength(subjects.length);
    for (const [i, row] of rows.entries()) {
      const cell = programmeCell(cellsOf(rich, subjects[i] as (typeof subjects)[number]));
      const target = row.querySelector("a")?.getAttribute("href")?.slice(1) ?? "";
      expect(row.querySelector('[data-label="Result"]')?.textContent).toBe(
        percent(cell?.value ?? Number.NaN, cell?.denominator ?? 0),
      );
      expect(row.querySelector(".sparkline")).not.toBeNull();
      expect(page.querySelector(`#${target}`)?.closest(".window")).not.toBeNull();
    }
  });

  it("opens its headline window first and folds the others, whose figure can be read all the same", () => {
    const windows = [...draw(rich, "measure", { id: "response" }).querySelectorAll(".window")];
    expect(windows.map(({ tagName }) => tagName)).toEqual(["DIV", "DETAILS"]);
    expect(texts(windows[0] as Element, "h3")).toEqual(["6 months"]);
    expect(texts(windows[1] as Element, "h3")[0]).toMatch(/^10 to 16 weeks: \d+(\.\d)?% \(.* to .*%\)$/);
  });

  it("gives every drawing one text alternative, and no inline style that a page policy would refuse", () => {
    for (const svg of draw(rich, "measure", { id: "response" }).querySelectorAll(".drawing svg")) {
      expect(svg.getAttribute("role")).toBe("img");
      expect(svg.getAttribute("aria-label")?.length).toBeGreaterThan(40);
      expect(svg.querySelectorAll("style, [style], [aria-label]")).toHaveLength(0);
    }
  });

  it("says what the missing could change in four ways, but not for follow-up itself", () => {
    const page = draw(rich, "measure", { id: "response" });
    expect(texts(page, ".missing-name").slice(0, 4)).toEqual([
      STRINGS.missing.followedUp,
      STRINGS.missing.everyone,
      STRINGS.missing.measured,
      STRINGS.missing.possible,
    ]);
    const subject = subjectsOf(rich.manifest, measureOf(rich, "response")).find(
      ({ window }) => window.id === "6m",
    );
    const cell = subject && programmeCell(cellsOf(rich, subject));
    if (!isReadable(cell)) throw new Error("the made programme shows every headline");
    const highest = cell.highest_possible ?? Number.NaN;
    expect(highest).toBeCloseTo(
      (cell.numerator + cell.denominator - (cell.observed ?? 0)) / cell.denominator,
    );
    expect(texts(page, ".missing-bounds .missing-value")[0]).toBe(
      percentRange(cell.value, highest, cell.denominator),
    );
    expect(page.textContent).toContain(STRINGS.missing.bounds(inHundred(cell.value), inHundred(highest)));
    expect(draw(rich, "measure", { id: "follow_up" }).querySelectorAll(".missing")).toHaveLength(0);
  });

  it("warns that missing scores flatter a measure where lower is better", () => {
    expect(draw(rich, "measure", { id: "reliable_deterioration" }).textContent).toContain(
      STRINGS.missing.flatters,
    );
    expect(draw(rich, "measure", { id: "response" }).textContent).not.toContain(STRINGS.missing.flatters);
  });

  it("says by name what it cannot show of a small programme", () => {
    const page = draw(poor, "measure", { id: "response" });
    const said = texts(page, ".absent").join(" ");
    for (const sentence of [
      STRINGS.charts.noLine,
      STRINGS.charts.clinicsHidden,
      STRINGS.charts.notRecorded("race"),
    ])
      expect(said).toContain(sentence);
    expect(page.querySelectorAll("figure.chart")).toHaveLength(2);
  });

  it("names the sites beside it as text and links to them", () => {
    const link = draw(rich, "beside").querySelector("a");
    expect(link?.textContent).toBe("Another <b>programme</b>");
    expect(link?.getAttribute("href")).toBe("another/index.html");
  });

  it("says which tables it would need when it could not be computed", () => {
    const measures = rich.manifest.measures.map((entry) => ({ ...entry, missing_tables: ["visit"] }));
    const lost = { ...rich, manifest: { ...rich.manifest, measures } };
    expect(draw(lost, "measure", { id: "response" }).textContent).toContain(
      STRINGS.measure.notComputable("visit"),
    );
    expect(draw(lost, "not-computable").textContent).toContain("Response: needs visit.");
    expect(draw(lost, "tables").textContent).toContain("Response, ");
  });

  it("says so when the release does not hold it", () => {
    expect(draw(rich, "measure", { id: "elsewhere" }).textContent).toBe(STRINGS.measure.absent);
  });

  it("names every step of the waterfall, and every exclusion the model knows has a name of its own", () => {
    const page = draw(rich, "measure", { id: "response" });
    expect(texts(figure(page, "Response, PHQ-9, 6 months: steps"), "tbody th")).toContain(
      "Starting score below the cut-off",
    );
    for (const reason of Object.keys(EXCLUSIONS))
      expect(named(STRINGS.steps, reason)).not.toBe(reason.replaceAll("_", " "));
  });
});

describe("the page of a mean", () => {
  it("says how far scores moved, in points, and what the missing could change", () => {
    const page = draw(rich, "measure", { id: "mean_change" });
    const told = rich.means.find(
      ({ window, period_grain, clinic_id, stratum }) =>
        window === "6m" && period_grain === "all" && clinic_id === "all" && stratum === "all",
    );
    expect(texts(page, ".finding")[0]).toContain(`improved by ${told?.mean?.toFixed(1)} points on average`);
    expect(texts(page, ".missing-observed .missing-value")[0]).toBe(`${told?.mean?.toFixed(1)} points`);
    expect(texts(page, ".missing-result .missing-value")[0]).toBe(
      `${told?.mean_if_unchanged?.toFixed(1)} points`,
    );
    expect(page.textContent).toContain(STRINGS.means.noBounds);
  });

  it("has a row for every clinic, and says of those it cannot show that they are hidden", () => {
    const page = draw(rich, "measure", { id: "mean_change" });
    const ofClinics = rich.means.filter(
      ({ window, period_grain, clinic_id, stratum }) =>
        window === "6m" && period_grain === "all" && clinic_id !== "all" && stratum === "all",
    );
    const clinics = [...page.querySelectorAll("table")].find(
      (one) => one.querySelector("caption")?.textContent === "Mean change, PHQ-9, 6 months, by clinic",
    );
    const said = texts(clinics as Element, 'tbody [data-label="Mean change"]');
    expect(said).toHaveLength(ofClinics.length);
    expect(said.filter((text) => text === STRINGS.status.suppressed)).toHaveLength(
      ofClinics.filter(({ status }) => status === "suppressed").length,
    );
  });

  it("says that it is hidden where the programme is small, and draws no figure", () => {
    const page = draw(poor, "measure", { id: "mean_change" });
    const shown = poor.means.filter(({ status }) => status === "shown");
    expect(page.querySelectorAll(".missing").length).toBe(
      shown.filter(
        ({ period_grain, clinic_id, stratum }) =>
          period_grain === "all" && clinic_id === "all" && stratum === "all",
      ).length,
    );
    expect(page.textContent).not.toContain("NaN");
  });

  it("leaves out the steps that a mean does not ask for", () => {
    const steps = texts(
      figure(draw(rich, "measure", { id: "mean_change" }), "Mean change, PHQ-9, 6 months: steps"),
      "tbody th",
    );
    expect(steps.at(-1)).toBe(STRINGS.steps.observed);
  });
});

describe("a measure of care, which belongs to no instrument and waits for no follow-up", () => {
  let care: Release;
  beforeAll(() => {
    const ofResponse = ({ measure, instrument }: { measure: string; instrument: string }) =>
      measure === "response" && instrument === "phq9";
    const asCare = { measure: "seen_twice", instrument: "any" };
    const [entry] = rich.manifest.measures.filter(({ id }) => id === "response");
    if (!entry) throw new Error("response is registered");
    const headlines = [{ measure: "seen_twice", windows: ["6m"] }];
    const measures = [
      { ...entry, id: "seen_twice", title: "Seen twice", by_instrument: false, has_follow_up: false },
      ...rich.manifest.measures,
    ];
    care = {
      ...rich,
      manifest: { ...rich.manifest, measures, headlines },
      cells: [...rich.cells, ...rich.cells.filter(ofResponse).map((cell) => ({ ...cell, ...asCare }))],
      steps: [...rich.steps, ...rich.steps.filter(ofResponse).map((step) => ({ ...step, ...asCare }))],
    };
  });

  it("stands on the first page under the care given, without a column for follow-up", () => {
    const [section] = [...draw(care, "headline").querySelectorAll("section")].slice(-1);
    expect(texts(section as Element, "h2")).toEqual([STRINGS.headline.care]);
    expect(texts(section as Element, "tbody a")).toContain("Seen twice");
    expect(texts(section as Element, "thead th")).not.toContain(STRINGS.columns.followedUp);
  });

  it("has a page that names no instrument and says nothing of missing scores", () => {
    const page = draw(care, "measure", { id: "seen_twice" });
    expect(texts(page, "h2")).toEqual([STRINGS.measure.results, STRINGS.definition.title]);
    expect(texts(page, "h3")).toContain("6 months");
    expect(page.textContent).not.toContain("PHQ-9");
    expect(page.querySelectorAll(".missing")).toHaveLength(0);
    expect(page.textContent).not.toContain(STRINGS.definition.missingRule);
    const steps = texts(figure(page, "Seen twice, 6 months: steps"), "tbody th");
    expect(steps).toContain(STRINGS.steps.not_met);
    expect(steps).not.toContain(STRINGS.steps.not_observed);
  });
});

describe("names from data are text, whatever they hold", () => {
  it("never become elements, in table or chart", () => {
    const page = draw(rich, "measure", { id: "response" });
    for (const name of NASTY_NAMES) expect(texts(page, "tbody th")).toContain(name);
    expect(page.querySelectorAll("script, img, iframe, object")).toHaveLength(0);
    expect(draw(rich, "programme").querySelector("b")).toBeNull();
    expect(draw(rich, "programme").textContent).toContain("<b>Collaborative</b>");
  });
});
