import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { STRINGS } from "../../reports/components/strings.ts";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { protectInputs, protectRules } from "../../src/disclosure/protect_inputs.ts";
import { readRelease } from "../../src/publish/read_release.ts";
import { draw, texts } from "./draw_view.ts";
import { writeMadeRelease } from "./made_release.ts";

const folder = mkdtempSync(join(tmpdir(), "views-"));
const rich = readRelease(writeMadeRelease(folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the data page", () => {
  it("says that every row is accounted for, or which file does not balance", () => {
    expect(draw(rich, "reconciliation").textContent).toContain("Every row of 4 files is accounted for");
    const lost = { read: 43, accepted: 30, rejected: 12, duplicate: 0, out_of_scope: 0 };
    const inputs = protectInputs([{ file: "a.csv", table: "a", sha256: "0", ...lost }], PUBLIC);
    const page = draw({ ...rich, manifest: { ...rich.manifest, inputs } }, "reconciliation");
    expect(page.textContent).toContain("1 of 1 files do not balance");
    expect(page.textContent).toContain("12 or fewer");
    expect(texts(page, ".bad")).toEqual([STRINGS.data.no]);
  });

  it("lists rules with their mend, notices, tables and files", () => {
    expect(draw(rich, "rules").textContent).toContain("above maximum");
    expect(draw(rich, "rules").textContent).toContain("Give a total within");
    expect(draw(rich, "notices").textContent).toContain("fewer contacts");
    expect(texts(draw(rich, "tables"), "tbody tr").join()).toMatch(/patient.*present.*visit.*absent/);
    expect(texts(draw(rich, "files"), "tbody th")).toEqual(rich.manifest.files.map(({ name }) => name));
  });

  it("says so when there is nothing to list", () => {
    const quiet = { ...rich, manifest: { ...rich.manifest, rules: protectRules([], PUBLIC), notices: [] } };
    expect(draw(quiet, "rules").textContent).toBe(STRINGS.data.noRules);
    expect(draw(quiet, "notices").textContent).toBe(STRINGS.data.noNotices);
  });
});

describe("the methods page", () => {
  it("shows every fact about every instrument, and flags what nobody has verified", () => {
    const page = draw(rich, "instruments");
    expect(page.querySelectorAll("section")).toHaveLength(rich.manifest.instruments.length);
    const unverified = rich.manifest.instruments.flatMap(
      ({ bands, elevated_min, response_divisor, remission_max, reliable_change, prorate_max_missing }) =>
        [bands, elevated_min, response_divisor, remission_max, reliable_change, prorate_max_missing].filter(
          (fact) => fact?.firmness === "unverified",
        ),
    );
    expect(unverified.length).toBeGreaterThan(0);
    expect(page.querySelectorAll(".badge-open")).toHaveLength(unverified.length);
  });

  it("states the policy in force", () => {
    expect(draw(rich, "policy").textContent).toContain("counts of 12 or fewer are hidden");
  });

  it("describes windows, groups and measures from the release", () => {
    expect(texts(draw(rich, "windows"), "dt")).toEqual(rich.manifest.windows.map(({ title }) => title));
    expect(texts(draw(rich, "strata"), "dt")).toEqual(rich.manifest.strata.map(({ title }) => title));
    expect(texts(draw(rich, "definitions"), "dt")).toEqual([
      ...rich.manifest.measures.map(({ title }) => title),
      rich.manifest.posts.title,
    ]);
  });
});
