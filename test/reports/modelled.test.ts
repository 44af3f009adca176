import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { count, inHundred, percent } from "../../reports/components/formats.ts";
import { imputedOf } from "../../reports/components/measure_imputed.ts";
import { type Release, subjectsOf } from "../../reports/components/release.ts";
import { STRINGS } from "../../reports/components/strings.ts";
import { MODEL_STRINGS } from "../../reports/components/strings_models.ts";
import { VIEWS } from "../../reports/components/views.ts";
import { readRelease } from "../../src/publish/read_release.ts";
import { writeMadeRelease } from "./made_release.ts";

const folder = mkdtempSync(join(tmpdir(), "modelled-"));
let release: Release;
let page: Element;

beforeAll(() => {
  release = readRelease(writeMadeRelease(folder));
  page = draw(release);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function draw(of: Release): Element {
  const { document } = new JSDOM("<main></main>").window;
  const view = VIEWS.measure?.({ document, release: of, tables: [], beside: [] }, { id: "remission" });
  if (!view) throw new Error("measures have a view");
  return view;
}

const texts = (root: Element | null, selector: string) =>
  [...(root?.querySelectorAll(selector) ?? [])].map(({ textContent }) => textContent ?? "");

const subject = () => {
  const measure = release.manifest.measures.find(({ id }) => id === "remission");
  const found = measure && subjectsOf(release.manifest, measure).find(({ window }) => window.id === "6m");
  if (!found) throw new Error("the made programme has remission at six months");
  return found;
};

describe("the missing estimated", () => {
  it("stand as a fifth figure between those measured and the bounds", () => {
    const told = imputedOf(release, subject());
    if (!told) throw new Error("the made programme has an estimate");
    const names = texts(page.querySelector(".missing"), ".missing-name");
    expect(names).toEqual([
      STRINGS.missing.followedUp,
      STRINGS.missing.everyone,
      STRINGS.missing.measured,
      MODEL_STRINGS.imputed.name,
      STRINGS.missing.possible,
    ]);
    expect(texts(page.querySelector(".missing"), ".missing-value")[3]).toBe(percent(told.value, told.people));
    expect(page.textContent).toContain(MODEL_STRINGS.imputed.assumes);
    if (told.floor !== null)
      expect(page.textContent).toContain(MODEL_STRINGS.imputed.floor(inHundred(told.floor)));
  });

  it("are absent by themselves where there is no estimate", () => {
    const without = draw({ ...release, imputed: [] });
    expect(texts(without.querySelector(".missing"), ".missing-name")).toHaveLength(4);
    expect(without.textContent).not.toContain(MODEL_STRINGS.imputed.assumes);
  });
});

describe("clinics after adjustment", () => {
  it("show each clinic that can be read with what was expected, and the others as hidden", () => {
    const rows = [...page.querySelectorAll(".adjusted figure.chart")][0]?.querySelectorAll("tbody tr");
    expect(rows).toHaveLength(release.adjusted.length);
    const shown = release.adjusted.filter(({ status }) => status === "shown");
    expect(shown.length).toBeGreaterThan(2);
    for (const { clinic_id, met, expected, ratio } of shown) {
      const name = release.manifest.clinics.find((clinic) => clinic.clinic_id === clinic_id)?.name;
      const row = [...(rows ?? [])].find((one) => one.querySelector("th")?.textContent === name);
      const cells = texts(row ?? null, "td");
      expect([cells[0], cells[2], cells[3]]).toEqual([
        ratio?.toFixed(2),
        count(met ?? -1),
        count(expected ?? -1),
      ]);
    }
    expect(page.querySelectorAll(".adjusted script, .adjusted img")).toHaveLength(0);
  });

  it("say in title and words which clinics are beyond chance", () => {
    const apart = release.adjusted.filter(({ label }) => label !== null && label !== "common_cause");
    const title = page.querySelector(".adjusted figure.chart h4")?.textContent;
    const shown = release.adjusted.filter(({ status }) => status === "shown").length;
    expect(title).toBe(
      apart.length === 0
        ? MODEL_STRINGS.adjusted.none(MODEL_STRINGS.adjusted.clinic)
        : MODEL_STRINGS.adjusted.some(String(apart.length), String(shown)),
    );
  });

  it("show beside them how well the model keeps its promises", () => {
    const chart = [...page.querySelectorAll(".adjusted figure.chart")][1];
    const read = release.calibration.filter(({ status }) => status === "shown");
    expect(chart?.querySelectorAll("circle")).toHaveLength(read.length);
    expect(chart?.querySelectorAll("tbody tr")).toHaveLength(release.calibration.length);
  });

  it("are absent where there is no model", () => {
    expect(draw({ ...release, adjusted: [], calibration: [] }).querySelector(".adjusted")).toBeNull();
  });
});
