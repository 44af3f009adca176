import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Release } from "../../reports/components/release.ts";
import { definitionPanel as view } from "../../reports/components/view_definition_panel.ts";
import { definitionPairs } from "../../src/measures/definition_pairs/measure.ts";
import { definitionPanel } from "../../src/measures/definition_panel/measure.ts";
import { readRelease } from "../../src/publish/read_release.ts";
import { DEFINITION_PAIRS, DEFINITION_WINDOWS, DEFINITIONS } from "../../src/reference/definitions.ts";
import { cell } from "./made_cells.ts";
import { writeMadeRelease } from "./made_release.ts";

const folder = mkdtempSync(join(tmpdir(), "definitions-"));
let made: Release;

beforeAll(() => {
  made = readRelease(writeMadeRelease(join(folder, "made")));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The made release with 1,000 people judged by every definition: 100 are better by each, 40 by both of any two. */
function withPanel(missing_tables: readonly string[] = []): Release {
  const entries = [definitionPanel, definitionPairs].map(({ needs: _, ...entry }) => ({
    ...entry,
    missing_tables,
  }));
  const steps = (measure: string, window: string, units: Readonly<Record<string, number | null>>) =>
    Object.entries(units).map(([step, count], step_order) => ({
      measure,
      instrument: "any",
      window,
      period_start: null,
      step_order,
      step,
      units: count,
      status: count === null ? ("suppressed" as const) : ("shown" as const),
    }));
  const panel = { all: 1000, not_in_definition: 500, not_judged_yet: 0, denominator: 500 };
  const pair = { all: 1000, first_only_not_counted: 60, first_only_no_score: null, better_by_neither: 840 };
  return {
    ...made,
    manifest: {
      ...made.manifest,
      measures: [...made.manifest.measures.filter(({ id }) => !id.startsWith("definition_")), ...entries],
      windows: DEFINITION_WINDOWS.map(({ id, title, definition }) => ({ id, title, definition })),
    },
    cells: DEFINITIONS.map(({ id }, at) =>
      cell({
        measure: "definition_panel",
        instrument: "any",
        window: id,
        denominator: 500,
        observed: 200,
        numerator: 100 + 10 * at,
        value: (100 + 10 * at) / 500,
      }),
    ),
    steps: [
      ...DEFINITIONS.flatMap(({ id }) =>
        steps("definition_panel", id, {
          ...panel,
          not_observed: 300,
          observed: 200,
          not_met: 100,
          numerator: 100,
        }),
      ),
      ...DEFINITION_PAIRS.flatMap(({ id }) =>
        steps("definition_pairs", id, { ...pair, denominator: 40, not_met: 0, numerator: 40 }),
      ),
    ],
  };
}

const draw = (release: Release) =>
  view({ document: new JSDOM("<main></main>").window.document, release, beside: [], tables: [] }, {});

const rows = (root: Element, at: number) =>
  [...(root.querySelectorAll("table")[at]?.querySelectorAll("tbody tr") ?? [])].map((row) =>
    [...row.children].map(({ textContent }) => textContent ?? ""),
  );

describe("the definition panel", () => {
  it("says how far the definitions differ over the same people, and gives each a row", () => {
    const root = draw(withPanel());
    expect(root.querySelector(".finding")?.textContent).toBe(
      "Of the same 1,000 people ever enrolled, 20 to 32 of every 100 whom a definition counts are better, depending on the definition alone.",
    );
    expect(rows(root, 0)).toHaveLength(DEFINITIONS.length);
    expect(rows(root, 0)[0]?.slice(1, 2)).toEqual(["20%"]);
    expect(rows(root, 0)[0]?.slice(3)).toEqual(["100", "100", "300", "500", "500", "0"]);
  });

  it("reconciles every two definitions, and marks what is hidden", () => {
    const found = rows(draw(withPanel()), 1);
    expect(found).toHaveLength(DEFINITION_PAIRS.length);
    expect(found[0]?.slice(1, 4)).toEqual(["40", "60", "hidden"]);
    expect(found[0]?.slice(-2)).toEqual(["840", "1,000"]);
  });

  it("says what it needs where the extract lacks it, and that it is absent from an older release", () => {
    expect(draw(withPanel(["diagnosis"])).textContent).toBe("Not computable, needs: diagnosis.");
    const older = { ...made, manifest: { ...made.manifest, measures: [] } };
    expect(draw(older).textContent).toContain("does not hold the definitions");
  });
});
