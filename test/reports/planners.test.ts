import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, describe, expect, it } from "vitest";
import { drawBacklog } from "../../reports/components/draw_backlog.ts";
import type { FlowRow } from "../../reports/components/flow.ts";
import type { Release } from "../../reports/components/release.ts";
import { STRINGS } from "../../reports/components/strings.ts";
import { VIEWS } from "../../reports/components/views.ts";
import { readRelease } from "../../src/publish/read_release.ts";
import { writeMadeRelease } from "./made_release.ts";

const folder = mkdtempSync(join(tmpdir(), "observatory-planners-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const made = readRelease(writeMadeRelease(folder));

const NAMES = ["summary", "caseload", "waits", "backlog", "reach", "billing"] as const;

function draw(name: (typeof NAMES)[number], release: Release = made): Element {
  const { document } = new JSDOM("<main></main>").window;
  const view = VIEWS[`planner-${name}`];
  if (!view) throw new Error(`no view is called planner-${name}`);
  return view({ document, release, tables: [], beside: [] }, {});
}

const findings = (element: Element) =>
  [...element.querySelectorAll(".finding, .absent")].map(({ textContent }) => textContent?.trim());

describe("the planners' page", () => {
  it("says of each chart what its rows say", () => {
    const last = made.capacity.filter(
      ({ flow, clinic_id, period_grain }) =>
        flow === "caseload" && clinic_id === "all" && period_grain === "month",
    );
    const row = last.at(-1);
    const perFte = Math.round((row?.people ?? 0) / (row?.fte ?? 1));
    expect(findings(draw("caseload"))[0]).toContain(
      `About ${perFte} people in care for each full-time care manager`,
    );
    const half = made.waits.find(({ clinic_id, share }) => clinic_id === "all" && (share ?? 0) >= 0.5);
    expect(findings(draw("waits"))[0]).toContain(`Half of those referred are seen by day ${half?.time}`);
    const waiting = made.capacity.findLast(
      ({ flow, clinic_id, period_grain }) =>
        flow === "waiting" && clinic_id === "all" && period_grain === "month",
    );
    expect(findings(draw("backlog"))[0]).toContain(`About ${waiting?.people} people were waiting`);
  });

  it("has a table twin, a text alternative and a source for each chart", () => {
    for (const name of ["caseload", "waits", "backlog", "billing"] as const) {
      const view = draw(name);
      expect([name, view.querySelectorAll("svg[role=img][aria-label]").length]).toEqual([name, 1]);
      expect(view.querySelectorAll(".twin table").length).toBeGreaterThan(0);
      expect(view.querySelector(".source a[download]")).not.toBeNull();
    }
  });

  it("shows names as text, whatever is in them", () => {
    const view = draw("caseload");
    expect(view.querySelectorAll("script, img")).toHaveLength(0);
    expect(view.textContent).toContain("<script>alert('clinic')</script> Family Practice");
  });

  it("names what is missing where the extract lacks it, and draws nothing", () => {
    const empty: Release = { ...made, capacity: [], waits: [], billing: [], cells: [] };
    for (const name of ["caseload", "waits", "backlog", "reach", "billing"] as const) {
      const view = draw(name, empty);
      expect([name, view.className, view.querySelector("svg")]).toEqual([name, "absent", null]);
      expect(view.textContent?.length).toBeGreaterThan(20);
    }
  });

  it("says of reach that is hidden that it is hidden, and not that nobody was asked", () => {
    const [cell] = made.cells.filter(({ measure }) => measure === "follow_up");
    const care = made.manifest.measures[0];
    if (!cell || !care) throw new Error("the made release lacks what this test is about");
    const asked = { ...care, id: "screening_reach", by_instrument: false };
    const hidden = { ...cell, measure: asked.id, instrument: "any", window: asked.windows[0] ?? "" };
    const cells = [
      {
        ...hidden,
        ...{ period_grain: "all", clinic_id: "all", stratum: "all", level: "all", cohort: "closed" },
        ...{ denominator: 70, numerator: null, value: null, lower: null, upper: null, status: "suppressed" },
      } as Release["cells"][number],
    ];
    const release = { ...made, cells, manifest: { ...made.manifest, measures: [asked] } };
    expect(findings(draw("reach", release))).toEqual([STRINGS.statusMeaning.suppressed]);
  });

  it("draws no queue where its length is hidden", () => {
    const rows = [10, null, 20].map((people, i) => ({
      ...(made.capacity[0] as FlowRow),
      people,
      period_grain: "month" as const,
      period_start: `2024-0${i + 1}-01`,
    }));
    const { document } = new JSDOM("<main></main>").window;
    const drawing = drawBacklog(document, 600, [{ title: "Waiting", shape: "waiting", rows }]);
    const [area] = drawing.querySelectorAll("[aria-label=area] path");
    expect(area?.getAttribute("d")?.match(/M/g)).toHaveLength(2);
  });

  it("values unbilled care at the fees, and says so where there are none", () => {
    const told = made.billing.filter(({ unbilled_value }) => unbilled_value !== null);
    for (const { fee, unbilled, unbilled_value } of told)
      expect(unbilled_value).toBe((fee ?? 0) * (unbilled ?? 0));
    expect(told.length).toBeGreaterThan(10);
    const noFees: Release = { ...made, manifest: { ...made.manifest, fees: [] } };
    expect(findings(draw("billing", noFees)).join(" ")).toContain("gives no fee");
  });
});
