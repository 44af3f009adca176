import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { curveFinding, curveTitle } from "../../reports/components/curve_sentences.ts";
import { halfway, isRead, type Point } from "../../reports/components/curves.ts";
import { count, percent } from "../../reports/components/formats.ts";
import type { Manifest, Release } from "../../reports/components/release.ts";
import { STRINGS } from "../../reports/components/strings.ts";
import { VIEWS } from "../../reports/components/views.ts";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { protectSurvival } from "../../src/disclosure/protect_survival.ts";
import { INSTRUMENTS } from "../../src/reference/instruments.ts";
import { TIME_SCALES, WATCHED_EVENTS } from "../../src/reference/survival.ts";
import { curveOf, curvesOf, madePeople } from "../disclosure/made_curves.ts";
import { describe as manifestOf } from "../publish/build.ts";
import { NO_ROWS } from "../publish/no_rows.ts";
import { NASTY_NAMES } from "./made_units.ts";

const CLINICS = ["Ash Grove", ...NASTY_NAMES].map((name, place) => ({ clinic_id: `c${place + 1}`, name }));
const survival = protectSurvival(curvesOf(madePeople(5, 900, CLINICS.length)), PUBLIC);

/** A manifest in whose extract these contract tables are missing. */
const manifest = (...missing_tables: string[]): Manifest => ({
  ...manifestOf({
    instruments: INSTRUMENTS,
    instruments_in_use: ["phq9"],
    clinics: CLINICS,
    survival: {
      events: WATCHED_EVENTS,
      scales: TIME_SCALES.map(({ needs, ...scale }) => ({
        ...scale,
        missing_tables: needs.filter((table) => missing_tables.includes(table)),
      })),
    },
  }),
  files: [],
});

function draw(points: readonly Point[], described = manifest()): Element {
  const { document } = new JSDOM("<main></main>").window;
  const release: Release = { ...NO_ROWS, manifest: described, seal: "", survival: points };
  const view = VIEWS.survival?.({ document, release, tables: [], beside: [] }, {});
  if (!view) throw new Error("no view is called survival");
  return view;
}

const texts = (root: Element | undefined, selector: string) =>
  [...(root?.querySelectorAll(selector) ?? [])].map(({ textContent }) => textContent ?? "");

const everyone = (scale: string) =>
  survival.filter((point) => point.clinic_id === "all" && point.level === "all" && point.scale === scale);

const [, remission] = WATCHED_EVENTS;
const [weeks] = TIME_SCALES;
if (!remission || !weeks) throw new Error("remission is watched for in weeks");
const subject = { event: remission, scale: { ...weeks, missing_tables: [] } };

/** A curve of 900 people drawn as `time: lower share upper`, in per cent; a time alone is hidden. */
const drawn = (text: string): Point[] =>
  text.split(", ").map((word): Point => {
    const [time = "", figures = ""] = word.split(": ");
    const [lower = null, share = null, upper = null] = figures
      ? figures.split(" ").map((one) => Number(one) / 100)
      : [];
    const { ends: _, ...key } = curveOf([]);
    const counts = share === null ? { at_risk: null, events: null } : { at_risk: 100, events: 800 };
    const status = share === null ? "suppressed" : "shown";
    return {
      ...key,
      ...counts,
      time: Number(time),
      people: 900,
      share,
      lower,
      upper,
      difference: "not_tested",
      status,
    };
  });

describe("the time by which half have had an event", () => {
  it("is the first that is read, likely between the last before the interval reaches one half and the first after it has", () => {
    const curve = drawn("4: 5 10 15, 8: 20 25 30, 12: 42 47 52, 16: 48 52 56, 20: 55 60 65");
    expect(halfway(curve)).toEqual({ time: 16, from: 8, to: 20 });
    expect(curveFinding(subject, curve)).toBe(
      "Of about 900 people scored again, about half were in remission by week 16 (likely between weeks 8 and 20).",
    );
    expect(curveTitle(subject, curve)).toBe("Half were in remission by week 16");
  });

  it("counts a share that misses one half by rounding alone, and may be open at the end", () => {
    expect(halfway(drawn("4, 8: 40 49.99999999999 60"))).toEqual({ time: 8, from: 0, to: null });
    expect(curveFinding(subject, drawn("4: 20 30 40, 8: 40 50 60"))).toContain(
      "(likely no sooner than week 4)",
    );
  });

  it("is not told where it is not reached: the last share that can be read is", () => {
    const curve = drawn("4: 5 10 15, 8: 20 25 30, 12");
    expect(halfway(curve)).toBeNull();
    expect(curveFinding(subject, curve)).toBe(
      "Of about 900 people scored again, about 25 in 100 were in remission by week 8 (likely between 20 and 30). Half is not reached in the time shown.",
    );
  });

  it("is hidden with its curve, and nobody's curve says so", () => {
    expect(curveFinding(subject, drawn("4, 8"))).toBe(STRINGS.survival.hidden);
    expect(curveFinding(subject, [])).toBe(STRINGS.survival.nobody);
  });
});

describe("the page of curves", () => {
  const page = draw(survival);
  const [byWeek, byContact] = [...page.querySelectorAll(".pair > figure.chart")];

  it("draws a dot, and writes a share, for each point that can be read and no other", () => {
    for (const [figure, scale] of [
      [byWeek, "weeks"],
      [byContact, "contacts"],
    ] as const) {
      const points = everyone(scale);
      expect(points.filter(isRead).length).toBeGreaterThan(3);
      expect(figure?.querySelectorAll("svg circle")).toHaveLength(points.filter(isRead).length);
      expect(texts(figure, '[data-label="Share"]')).toEqual(
        points.map((point) =>
          isRead(point)
            ? percent(point.share, point.people)
            : STRINGS.status[point.status === "no_value" ? "no_value" : "suppressed"],
        ),
      );
    }
  });

  it("says below the curve how many are still watched, everyone at the start", () => {
    const written = texts(byWeek, "svg text");
    expect(written).toContain(STRINGS.survival.stillWatched);
    expect(written).toContain(count(everyone("weeks")[0]?.people ?? 0));
    expect(written).toContain(count(everyone("weeks").at(-1)?.at_risk ?? 0));
  });

  it("says it in words to those who hear it", () => {
    const last = everyone("weeks").findLast(isRead);
    expect(byWeek?.querySelector("svg")?.getAttribute("aria-label")).toContain(`week ${last?.time}: `);
  });

  it("has a small curve for each severity, and every clinic by its name as text", () => {
    expect(texts(page, ".panels h4")).toEqual(["Moderate", "Moderately severe", "Severe"]);
    const rows = texts([...page.querySelectorAll("details table")].at(-1), "tbody th");
    expect(rows.sort()).toEqual(CLINICS.map(({ name }) => name).sort());
    expect(page.querySelector("script, img")).toBeNull();
  });

  it("draws nothing that is hidden, and no zero in its place", () => {
    const hidden = draw(protectSurvival(curvesOf(madePeople(5, 20, 1)), PUBLIC));
    expect(hidden.querySelector("svg")).toBeNull();
    expect(texts(hidden, ".finding")).toEqual([STRINGS.survival.hidden]);
    expect(hidden.textContent).not.toMatch(/\b0%/);
  });

  it("names the table that contacts need", () => {
    const inWeeks = survival.filter(({ scale }) => scale === "weeks");
    expect(texts(draw(inWeeks, manifest("contact")), ".pair > .absent")).toEqual([
      "Not computable in treatment contacts: it needs contact.",
    ]);
  });

  it("says so when nobody was scored again", () => {
    expect(draw([]).textContent).toBe(STRINGS.survival.nobody);
  });
});
