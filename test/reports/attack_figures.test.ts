import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import figures from "../../reports/components/attack.json" with { type: "json" };
import { count } from "../../reports/components/formats.ts";
import { readRelease } from "../../src/publish/read_release.ts";
import { draw, texts } from "./draw_view.ts";
import { writeMadeRelease } from "./made_release.ts";

const folder = mkdtempSync(join(tmpdir(), "attack-figures-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the committed figures of attacks", () => {
  const [once, known, monthly, knownMonths, divided, corrected] = figures.attacks;

  it("are of two hundred programmes and of months on end, and nothing was found", () => {
    expect(once).toMatchObject({ what: "once", releases: 200, exact: 0, cornered: 0, wrong: 0, alarms: 0 });
    expect(once?.protected).toBeGreaterThan(20_000);
    expect(monthly).toMatchObject({
      what: "monthly",
      refused: 0,
      exact: 0,
      cornered: 0,
      wrong: 0,
      alarms: 0,
    });
    expect(monthly?.releases).toBeGreaterThanOrEqual(91);
  });

  it("are also of who knows a person, of divided clinics and of corrections told from inside, and nothing was found", () => {
    expect(known).toMatchObject({ what: "known", releases: 200 });
    expect(knownMonths).toMatchObject({ what: "known_months", releases: monthly?.releases });
    expect([divided?.what, corrected?.what]).toEqual(["divided", "corrected"]);
    for (const attack of figures.attacks) {
      expect(attack).toMatchObject({ exact: 0, cornered: 0, wrong: 0, alarms: 0 });
      expect(attack.tightest).toBeGreaterThanOrEqual(5);
    }
  });

  it("are told on the methods page, with their date and how to repeat them", () => {
    const page = draw(readRelease(writeMadeRelease(folder)), "attack");
    const cells = texts(page, "td");
    for (const { releases, protected: secrets } of figures.attacks)
      expect(cells).toEqual(expect.arrayContaining([count(releases), count(secrets)]));
    expect(page.textContent).toContain(`As of ${figures.date}`);
    expect(page.textContent).toContain("npm run attack");
  });
});
