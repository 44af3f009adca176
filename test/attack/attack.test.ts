import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { protect } from "../../src/disclosure/protect.ts";
import { writeRelease } from "../../src/publish/write_release.ts";
import type { CountCell } from "../../src/reference/cells.ts";
import { wilson } from "../../src/stats/wilson.ts";
import { AS_OF, describe as describeRelease, parseCsv } from "../publish/build.ts";
import { NO_ROWS } from "../publish/no_rows.ts";
import { attack } from "./attack.ts";
import { friendInside, judge, type Verdict } from "./judge.ts";
import { simulate } from "./simulate.ts";
import type { Programme } from "./simulated_people.ts";

const releaseDir = mkdtempSync(join(tmpdir(), "observatory-attack-"));
afterAll(() => rmSync(releaseDir, { recursive: true, force: true }));

/** How many counts of each protected release are attacked with linear programs. */
const PROGRAMS = 60;

/** Publishes a made-up programme, lets somebody tamper with cells.csv, attacks it and judges the attack. */
function attackOn(seed: number, programme: Programme, leak?: Leak): Verdict {
  const { cells, steps } = simulate(seed, programme);
  const released = protect(cells, steps, PUBLIC);
  const manifest = describeRelease({ suppression: released.summary });
  const dir = writeRelease({
    releaseDir,
    asOf: AS_OF,
    ...NO_ROWS,
    cells: released.cells,
    steps: released.steps,
    manifest,
  });
  if (leak) plant(join(dir, "cells.csv"), cells, leak);
  const friend = friendInside(cells, steps, PUBLIC.hide_at_most);
  return judge(attack(dir, friend, { programs: leak ? 0 : PROGRAMS }), cells, steps, PUBLIC.hide_at_most);
}

/** What somebody writes over a row of cells.csv: texts by column, from the exact counts and what is published. */
type Leak = (cell: CountCell, row: Record<string, string>) => Record<string, string>;

function plant(path: string, cells: readonly CountCell[], leak: Leak): void {
  const [header = [], ...records] = parseCsv(readFileSync(path, "utf8"));
  const planted = records.map((record, place) => {
    const cell = cells[place];
    const row = Object.fromEntries(header.map((name, column) => [name, record[column] ?? ""]));
    return cell ? Object.values({ ...row, ...leak(cell, row) }) : record;
  });
  writeFileSync(path, [header, ...planted].map((record) => `${record.join(",")}\n`).join(""));
}

/** Exact counts for the rounded ones in the chosen rows; what is hidden stays hidden. */
const exactCounts =
  (isChosen: (cell: CountCell) => boolean): Leak =>
  (cell, row) =>
    Object.fromEntries(
      (["denominator", "observed", "numerator"] as const)
        .filter((name) => isChosen(cell) && /^\d+$/.test(row[name] ?? ""))
        .map((name) => [name, String(cell[name])]),
    );

/** A rate or interval of the exact counts in every row with people, the counts left as they are. */
const exactRates =
  (rates: (numerator: number, denominator: number) => Record<string, number>, digits: number): Leak =>
  ({ numerator, denominator }) =>
    denominator === 0
      ? {}
      : Object.fromEntries(
          Object.entries(rates(numerator, denominator)).map(([name, rate]) => [name, rate.toFixed(digits)]),
        );

const interval = (numerator: number, denominator: number) => {
  const { lower = 0, upper = 1 } = wilson(numerator, denominator) ?? {};
  return { lower, upper };
};

const over = (seeds: number, run: (seed: number) => Verdict): Verdict => {
  const verdicts = Array.from({ length: seeds }, (_, seed) => run(seed + 1));
  const sum = (name: keyof Verdict) => verdicts.reduce((total, verdict) => total + verdict[name], 0);
  return { protected: sum("protected"), exact: sum("exact"), cornered: sum("cornered"), wrong: sum("wrong") };
};

describe("an attack with bounds alone", () => {
  it("knows nothing of how disclosure control works inside", () => {
    const folder = fileURLToPath(new URL(".", import.meta.url));
    const program = readdirSync(folder).filter((name) => !/test|simulate|judge/.test(name));
    expect(program).toHaveLength(12);
    for (const name of program)
      expect(readFileSync(join(folder, name), "utf8")).not.toMatch(
        /^import (?!type).* from ".*src\/(disclosure|publish)/m,
      );
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

describe("planted in a release, each of these gives protected counts away:", () => {
  const programme = { clinics: 4, months: 14, pace: 8 };
  const monthsOfEveryone = ({ period_grain, clinic_id, stratum }: CountCell) =>
    [period_grain, clinic_id, stratum].join() === "month,all,all";

  it.each<[string, Leak]>([
    ["unrounded months", exactCounts(monthsOfEveryone)],
    ["unrounded people by sex", exactCounts(({ stratum }) => stratum === "sex")],
    ["unrounded rows, as a second download", exactCounts(() => true)],
    ["an exact rate", exactRates((n, d) => ({ value: n / d }), 15)],
    ["a percentage with one decimal", exactRates((n, d) => ({ value: n / d }), 3)],
    ["a percentage without decimals", exactRates((n, d) => ({ value: n / d }), 2)],
    ["an interval with one decimal and no rate", exactRates(interval, 3)],
  ])("%s", (name, leak) => {
    const leaky = over(2, (seed) => attackOn(seed, programme, leak));
    console.info(
      `${name}: ${leaky.exact} of ${leaky.protected} protected counts known exactly, ${leaky.cornered} to fewer than 5 values`,
    );
    expect(leaky.wrong).toBe(0);
    expect(leaky.exact).toBeGreaterThan(0);
  });
});
