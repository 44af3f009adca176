import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clinicSlug } from "../../reports/components/clinic_paths.ts";
import { headlineSubjects, rankSignals } from "../../reports/components/committee_signals.ts";
import { chartPoints } from "../../reports/components/control_chart.ts";
import { isOutside } from "../../reports/components/draw_funnel.ts";
import { percent } from "../../reports/components/formats.ts";
import { funnelPoints } from "../../reports/components/funnel_chart.ts";
import type { Release } from "../../reports/components/release.ts";
import { STRINGS } from "../../reports/components/strings.ts";
import { COMMITTEE_STRINGS as words } from "../../reports/components/strings_committee.ts";
import { flagSentence } from "../../reports/components/view_committee_signals.ts";
import { VIEWS } from "../../reports/components/views.ts";
import { INTERNAL } from "../../src/disclosure/policy.ts";
import { readRelease } from "../../src/publish/read_release.ts";
import { writeMadeRelease } from "./made_release.ts";
import { NASTY_NAMES } from "./made_units.ts";

const folder = mkdtempSync(join(tmpdir(), "committee-"));
let rich: Release;
let open: Release;
beforeAll(() => {
  rich = readRelease(writeMadeRelease(join(folder, "internal"), 2400, INTERNAL));
  open = readRelease(writeMadeRelease(join(folder, "public"), 300));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SECTIONS = Object.keys(VIEWS).filter((name) => name.startsWith("committee-"));

function draw(
  release: Release,
  name: string,
  { id, earlier = [] }: { id?: string; earlier?: Release[] } = {},
) {
  const { document } = new JSDOM("<main></main>").window;
  const drawn = VIEWS[name]?.({ document, release, tables: [], beside: [], earlier }, { id });
  if (!drawn) throw new Error(`no view is called ${name}`);
  return drawn;
}

const texts = (root: Element, selector: string) =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => textContent ?? "");

describe("the committee pack", () => {
  it("finds the same groups behind as the equity page", () => {
    expect(draw(rich, "committee-equity").textContent).toContain(draw(rich, "equity-findings").textContent);
  });

  it("draws a control chart for every measure of the first page, with a mark and a row for each month", () => {
    const charts = [...draw(rich, "committee-outcomes").querySelectorAll("figure.chart")];
    for (const subject of headlineSubjects(rich)) {
      const points = chartPoints({ release: rich }, subject);
      const chart = charts.find((one) =>
        one.querySelector("caption")?.textContent?.startsWith(`Chart of ${subject.measure.title}`),
      );
      expect(points.length).toBeGreaterThan(12);
      expect(chart?.querySelectorAll("tbody tr")).toHaveLength(points.length);
      const marks = chart?.querySelectorAll(
        '.drawing g[fill="var(--result)"] path, .drawing g[fill="var(--result)"] circle, .drawing g[fill="var(--ink)"] path',
      );
      expect(marks).toHaveLength(points.filter(({ value }) => value !== null).length);
      const named = points
        .filter(({ rule }) => rule !== null)
        .map(({ rule }) => rule && words.charts.rules[rule]);
      expect(texts(chart as Element, "tbody td:last-child").filter(Boolean)).toEqual(named);
    }
  });

  it("draws a funnel only where a clinic lies outside, and names exactly those in its title", () => {
    const shifted = {
      ...rich,
      funnels: rich.funnels.map((row) =>
        row.measure === "response" && row.window === "6m" && row.clinic_id === "c1"
          ? { ...row, value: row.upper_998 + 0.05 }
          : row,
      ),
    };
    const titles = texts(draw(shifted, "committee-outcomes"), "figure.chart h4");
    const subjects = headlineSubjects(shifted);
    for (const subject of subjects) {
      const apart = funnelPoints(shifted, subject).filter(isOutside);
      const found = titles.filter((title) =>
        title.startsWith(`${subject.measure.title}: outside the limits`),
      );
      expect(found).toHaveLength(apart.length > 0 ? 1 : 0);
    }
    expect(titles).toContain(words.funnel.apart("Response", "Ash Grove"));
  });

  it("has its sections degrade by name where a release holds nothing for them", () => {
    for (const name of SECTIONS) {
      const drawn = draw(open, name);
      expect(drawn.textContent?.length).toBeGreaterThan(20);
      expect(drawn.textContent).not.toMatch(/undefined|NaN|null/);
    }
    expect(draw(open, "process-outcomes").textContent).toBe(words.links.none);
  });

  it("says of a step of care what its row holds, and that it is no proof", () => {
    const drawn = draw(rich, "process-outcomes");
    expect(texts(drawn, ".finding")).toEqual(
      [
        "Of 400 people with “Follow-up score”, 45 in 100 halved their score or better; of 300 without it, 30: 15 in 100 more (likely between 8 and 22).",
      ].map((said) =>
        said.replace(
          "Follow-up score",
          rich.manifest.measures.find(({ id }) => id === "follow_up")?.title ?? "",
        ),
      ),
    );
    expect(texts(drawn, ".caveat")).toEqual([words.links.caveat]);
    const fewer = {
      ...rich,
      process_outcomes: rich.process_outcomes.map((row) => ({
        ...row,
        difference: -0.15,
        lower: -0.22,
        upper: 0.01,
      })),
    };
    expect(texts(draw(fewer, "process-outcomes"), ".finding")[0]).toContain(
      "15 in 100 fewer (likely between −1 and 22)",
    );
  });
});

describe("the signals", () => {
  const labelled = (
    label: Release["signals"][number]["label"],
    strengths: Readonly<Record<string, number>>,
  ): Release => {
    const subjects = headlineSubjects(rich);
    const one = (measure: string) => subjects.find((subject) => subject.measure.id === measure);
    const series = (measure: string) => ({
      measure,
      instrument: one(measure)?.instrument?.id ?? "any",
      window: one(measure)?.window.id ?? "",
    });
    return {
      ...rich,
      signals: Object.keys(strengths).map((measure) => ({
        ...series(measure),
        clinic_id: "all",
        kind: "recent" as const,
        period_start: "2024-06-01",
        label,
      })),
      charts: Object.entries(strengths).map(([measure, strength]) => ({
        ...series(measure),
        clinic_id: "all",
        period_start: "2024-06-01",
        denominator: 100,
        numerator: 50,
        value: 0.5 + strength / 10,
        centre: 0.5,
        lower: 0.4,
        upper: 0.6,
        rule: "outside" as const,
        phase: 0,
        limits: "established" as const,
      })),
    };
  };

  it("are ranked by how far they lie beyond the limits, one for each measure, five at most", () => {
    const ranked = rankSignals(labelled("concern", { response: 1.1, remission: 2, follow_up: 1.5 }));
    expect(ranked.map(({ subject, strength }) => [subject.measure.id, Number(strength.toFixed(1))])).toEqual([
      ["remission", 2],
      ["follow_up", 1.5],
      ["response", 1.1],
    ]);
    const more = {
      ...rich,
      signals: rich.signals.map((signal) => ({ ...signal, label: "concern" as const })),
    };
    const all = rankSignals(more).map(({ subject }) => subject.measure.id);
    expect(all.length).toBeLessThanOrEqual(5);
    expect(new Set(all).size).toBe(all.length);
  });

  it("put a concern before an improvement, however strong", () => {
    const good = labelled("improvement", { remission: 3 });
    const bad = labelled("concern", { response: 1.1 });
    const both = {
      ...rich,
      signals: [...good.signals, ...bad.signals],
      charts: [...good.charts, ...bad.charts],
    };
    expect(rankSignals(both).map(({ label }) => label)).toEqual(["concern", "improvement"]);
  });

  it("say on the page what they are, with what to ask next and who sees to it", () => {
    const release = {
      ...labelled("concern", { response: 1.5 }),
      actions: [
        {
          id: "a",
          measure: "response",
          clinic: null,
          owner: "Dr Haddad",
          due: "2025-03-01",
          text: "Read records",
          opened: "2025-01-01",
          closed: null,
        },
      ],
    };
    const [flag] = rankSignals(release);
    const drawn = draw(release, "committee-signals");
    expect(drawn.querySelector(".sentence")?.textContent).toContain(flag && flagSentence(release, flag));
    expect(drawn.querySelector(".ask")?.textContent).toContain(words.signals.ask);
    expect(drawn.querySelector(".owner")?.textContent).toContain("Dr Haddad");
    expect(draw({ ...release, signals: [] }, "committee-signals").textContent).toContain(words.signals.none);
  });
});

describe("the clinic pages", () => {
  it("show names as text, link each clinic by a safe name, and each link finds its page", () => {
    const index = draw(rich, "clinics");
    expect(index.querySelectorAll("script, img")).toHaveLength(0);
    for (const name of NASTY_NAMES) expect(texts(index, "tbody th a")).toContain(name);
    for (const { clinic_id, name } of rich.manifest.clinics) {
      const page = draw(rich, "clinic", { id: clinicSlug(clinic_id) });
      expect(page.querySelector("h1")?.textContent).toBe(name);
      expect(page.querySelectorAll("script, img")).toHaveLength(0);
    }
    expect(draw(rich, "clinic", { id: "nobody" }).textContent).toBe(words.clinics.absent);
  });

  it("set twelve months of the clinic beside the programme's, and say so", () => {
    const [first] = rich.pooled.filter(({ measure, window }) => measure === "response" && window === "6m");
    if (!first) throw new Error("the made programme pools its months");
    const own = {
      ...first,
      clinic_id: "c1",
      denominator: 40,
      numerator: 10,
      value: 0.25,
      lower: 0.14,
      upper: 0.4,
    };
    const page = draw({ ...rich, pooled: [...rich.pooled, own] }, "clinic", { id: "c1" });
    const row = [...page.querySelectorAll("tbody tr")].find((one) => one.textContent?.includes("Response"));
    expect(texts(row as Element, ".value")).toEqual([
      percent(0.25, 40),
      percent(first.value ?? 0, first.denominator),
    ]);
    expect(page.textContent).toContain("Twelve months together");
    expect(page.textContent).toContain(STRINGS.polarity.higher);
  });
});
