import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { AS_OF } from "../publish/build.ts";
import { scanRelease } from "../surface/scan_release.ts";
import { attack } from "./attack.ts";
import { friendInside, judge, type Verdict } from "./judge.ts";
import { plantInRelease, plantSecondSymbol, RELEASE_LEAKS } from "./planted_in_release.ts";
import { publish } from "./publish_simulated.ts";
import type { Memory } from "./remember.ts";
import { simulate } from "./simulate.ts";

const scratch = mkdtempSync(join(tmpdir(), "observatory-leaks-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const exact = simulate(2, { clinics: 3, months: 14, pace: 6, measures: 3, isPlain: true });
const clean = publish(scratch, exact);

/** Attacks a release with bounds alone and judges the attack. */
function attackOn(dir: string, earlier: readonly Memory[] = []): Verdict {
  const { cells, steps } = exact;
  const { hide_at_most } = PUBLIC;
  return judge(
    attack(dir, friendInside(cells, steps, hide_at_most), { earlier }),
    cells,
    steps,
    hide_at_most,
  );
}

/** An earlier release of which somebody guesses that nothing has changed since. */
const asGuessed = (dir: string): Memory => ({ dir, change: () => 0, guesses: true });

describe("a release without a leak", () => {
  it("gives nothing away, and every number of it may be there", async () => {
    expect(await scanRelease(clean)).toEqual([]);
    expect(attackOn(clean)).toMatchObject({ exact: 0, cornered: 0, wrong: 0 });
  });
});

describe("planted in every file of a release, each of these is found, and gives counts away:", () => {
  it.each(Object.entries(RELEASE_LEAKS))("%s", async (name, leak) => {
    const folder = mkdtempSync(join(scratch, "planted-"));
    publish(folder, exact);
    const dir = plantInRelease(folder, AS_OF, exact, leak);
    const findings = await scanRelease(dir);
    const verdict = name === "a re-issued month" ? attackOn(clean, [asGuessed(dir)]) : attackOn(dir);
    console.info(
      `${name}: ${findings.length} numbers that may not be there; ${verdict.exact} of ${verdict.protected} protected counts known exactly, ${verdict.cornered} to fewer than 5 values`,
    );
    expect(findings.length).toBeGreaterThan(0);
    expect(verdict.wrong).toBe(0);
    expect(verdict.cornered).toBeGreaterThan(0);
  });

  it("a second symbol", async () => {
    const folder = mkdtempSync(join(scratch, "planted-"));
    const dir = publish(folder, exact);
    plantSecondSymbol(dir, exact);
    const findings = await scanRelease(dir);
    console.info(`a second symbol: ${findings.length} marks that may not be there`);
    expect(findings.length).toBeGreaterThan(0);
  });
});
