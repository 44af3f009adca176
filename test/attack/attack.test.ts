import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { labelSignals } from "../../src/disclosure/label_signals.ts";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { protect } from "../../src/disclosure/protect.ts";
import { protectMeans } from "../../src/disclosure/protect_mean.ts";
import { protectSurvival } from "../../src/disclosure/protect_survival.ts";
import { writeRelease } from "../../src/publish/write_release.ts";
import type { CountCell } from "../../src/reference/cells.ts";
import { AS_OF, describe as describeRelease, parseCsv } from "../publish/build.ts";
import { attack } from "./attack.ts";
import { friendInside, judge, type Verdict } from "./judge.ts";
import { type Programme, simulate } from "./simulate.ts";

const releaseDir = mkdtempSync(join(tmpdir(), "observatory-attack-"));
afterAll(() => rmSync(releaseDir, { recursive: true, force: true }));

/** Publishes a made-up programme, lets somebody tamper with cells.csv, attacks it and judges the attack. */
function attackOn(seed: number, programme: Programme, leak?: (cell: CountCell) => boolean): Verdict {
  const { cells, steps } = simulate(seed, programme);
  const released = protect(cells, steps, PUBLIC);
  const manifest = describeRelease({ suppression: released.summary });
  const dir = writeRelease({
    releaseDir,
    asOf: AS_OF,
    cells: released.cells,
    steps: released.steps,
    means: protectMeans([], released.cells, PUBLIC),
    signals: labelSignals([], released.cells),
    survival: protectSurvival([], PUBLIC),
    manifest,
  });
  if (leak) plant(join(dir, "cells.csv"), cells, leak);
  const friend = friendInside(cells, steps, PUBLIC.hide_at_most);
  return judge(attack(dir, friend), cells, steps, PUBLIC.hide_at_most);
}

/** Puts exact counts for the rounded ones in the chosen rows; what is hidden stays hidden. */
function plant(path: string, cells: readonly CountCell[], leak: (cell: CountCell) => boolean): void {
  const [header = [], ...records] = parseCsv(readFileSync(path, "utf8"));
  const planted = records.map((record, place) => {
    const cell = cells[place];
    if (!cell || !leak(cell)) return record;
    const exact = (name: string) => cell[name as "denominator" | "observed" | "numerator"];
    return record.map((field, column) => {
      const name = header[column] ?? "";
      return ["denominator", "observed", "numerator"].includes(name) && /^\d+$/.test(field)
        ? String(exact(name))
        : field;
    });
  });
  writeFileSync(path, [header, ...planted].map((record) => `${record.join(",")}\n`).join(""));
}

const over = (seeds: number, run: (seed: number) => Verdict): Verdict => {
  const verdicts = Array.from({ length: seeds }, (_, seed) => run(seed + 1));
  const sum = (name: keyof Verdict) => verdicts.reduce((total, verdict) => total + verdict[name], 0);
  return { protected: sum("protected"), exact: sum("exact"), cornered: sum("cornered"), wrong: sum("wrong") };
};

describe("an attack with bounds alone", () => {
  it("knows nothing of how disclosure control works inside", () => {
    const folder = fileURLToPath(new URL(".", import.meta.url));
    const program = readdirSync(folder).filter((name) => !/test|simulate|judge/.test(name));
    expect(program).toHaveLength(8);
    for (const name of program) expect(readFileSync(join(folder, name), "utf8")).not.toMatch(/from ".*src\//);
  });

  it.each([
    ["3 clinics, 9 months, about 150 people", { clinics: 3, months: 9, pace: 4 }],
    ["4 clinics, 14 months, about 600 people", { clinics: 4, months: 14, pace: 8 }],
    ["2 clinics, 14 months, about 900 people", { clinics: 2, months: 14, pace: 20 }],
  ])("never rules out the truth, and corners no protected count: %s", (name, programme) => {
    const found = over(6, (seed) => attackOn(seed, programme));
    console.info(
      `${name}, 6 releases: ${found.protected} protected counts, ${found.exact} known exactly, ${found.cornered} to fewer than 5 values`,
    );
    expect(found.protected).toBeGreaterThan(1_000);
    expect(found.wrong).toBe(0);
    expect([found.exact, found.cornered]).toEqual([0, 0]);
  });
});

describe("unrounded counts, planted in a release,", () => {
  const programme = { clinics: 4, months: 14, pace: 8 };
  let clean: Verdict;
  beforeAll(() => {
    clean = over(3, (seed) => attackOn(seed, programme));
  });

  it.each<[string, (cell: CountCell) => boolean]>([
    [
      "months",
      ({ period_grain, clinic_id, stratum }) => [period_grain, clinic_id, stratum].join() === "month,all,all",
    ],
    ["people by sex", ({ stratum }) => stratum === "sex"],
    ["every row", () => true],
  ])("give protected counts away: %s", (name, leak) => {
    const leaky = over(3, (seed) => attackOn(seed, programme, leak));
    console.info(
      `unrounded ${name}: ${clean.exact} -> ${leaky.exact} of ${leaky.protected} protected counts known exactly, ${clean.cornered} -> ${leaky.cornered} to fewer than 5 values`,
    );
    expect(leaky.wrong).toBe(0);
    expect(leaky.exact).toBeGreaterThan(clean.exact);
    expect(leaky.cornered).toBeGreaterThan(2 * clean.cornered);
  });
});
