import type { ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { readRelease } from "../../src/publish/read_release.ts";
import { wilson } from "../../src/stats/wilson.ts";
import { openWarehouse } from "../../src/warehouse/warehouse.ts";
import { type Ended, observatory, observatoryHere, startObservatory } from "../support/cli.ts";
import { CANARY, writeSmallProgramme } from "../support/small_programme.ts";

const scratch = mkdtempSync(join(tmpdir(), "observatory-golden-"));
const extract = join(scratch, "extract");
const data = join(scratch, "data");
const asOf = "2025-01-31";
const wordsOf = (into: string, from = extract) => [
  "run",
  "--extract",
  from,
  "--data",
  into,
  "--as-of",
  asOf,
  "--no-site",
];
const run = (into: string, from?: string) => observatoryHere(...wordsOf(into, from));

/** Every file below a folder with its hash, the warehouse and scratch left out. */
function hashes(dir: string): Record<string, string> {
  const names = readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(dir, name)).isFile(),
  );
  return Object.fromEntries(
    names.sort().map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(dir, name)))
        .digest("hex"),
    ]),
  );
}

let first: Ended;
beforeAll(() => {
  writeSmallProgramme(extract, { people: 200, followedUp: 90, score: 9 });
  first = observatory(...wordsOf(data));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("observatory run", () => {
  it("ends well and accounts for every row on the way", () => {
    expect(first.output).toContain(
      "assessment.csv -> assessment: 290 read = 290 accepted + 0 rejected + 0 duplicate + 0 out of scope",
    );
    expect(first.code).toBe(0);
  });

  it("leaves a warehouse with the promised schemas and columns, readable by its owner only", async () => {
    const path = join(data, "warehouse", "observatory.duckdb");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(data, "warehouse")).mode & 0o777).toBe(0o700);
    const warehouse = await openWarehouse({ path, tempDir: join(scratch, "spill") });
    const schemas = await warehouse.rows(
      "SELECT DISTINCT schema_name AS name FROM information_schema.schemata",
    );
    const columns = await warehouse.rows(
      "SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'measure' AND table_name = 'response'",
    );
    await warehouse.close();
    expect(schemas.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["raw", "staging", "model", "measure", "ref"]),
    );
    expect(columns.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "unit_id",
        "instrument",
        "window",
        "period_start",
        "denominator",
        "observed",
        "numerator",
        "exclusion_reason",
      ]),
    );
  });

  it("publishes the answers that the extract was made to give", () => {
    const { cells } = readRelease(join(data, "release", asOf));
    const cell = cells.find(
      (c) =>
        c.measure === "response" &&
        c.window === "10w" &&
        c.period_grain === "all" &&
        c.clinic_id === "all" &&
        c.stratum === "all",
    );
    const { lower, upper } = wilson(90, 200) ?? {};
    expect(cell).toMatchObject({
      denominator: 200,
      observed: 90,
      numerator: 90,
      value: 0.45,
      status: "shown",
      follow_up: 0.45,
      highest_possible: 1,
    });
    expect(cell?.lower).toBeCloseTo(lower ?? Number.NaN, 6);
    expect(cell?.upper).toBeCloseTo(upper ?? Number.NaN, 6);
  });

  it("publishes a mean in steps of the scale's range over the fewest people it may stand for", () => {
    const { means } = readRelease(join(data, "release", asOf));
    const [told] = means.filter(
      (mean) =>
        mean.window === "10w" &&
        mean.period_grain === "all" &&
        mean.clinic_id === "all" &&
        mean.stratum === "all",
    );
    const step = 27 / 88;
    expect(told).toMatchObject({ measure: "mean_change", instrument: "phq9", n: 90, status: "shown" });
    expect(told?.mean).toBeCloseTo(Math.round(9 / step) * step, 12);
    expect(told?.mean_if_unchanged).toBeCloseTo(((told?.mean ?? 0) * 90) / 200, 12);
  });

  it("writes cells.csv with the promised columns", () => {
    const header = readFileSync(join(data, "release", asOf, "cells.csv"), "utf8")
      .split("\n", 1)[0]
      ?.split(",");
    const promised =
      "measure instrument window period_grain period_start period_end clinic_id stratum level denominator numerator value lower upper status";
    expect(header).toEqual(expect.arrayContaining(promised.split(" ")));
  });

  it("gives the same bytes for the same inputs", async () => {
    const again = join(scratch, "again");
    expect((await run(again)).code).toBe(0);
    const released = hashes(join(data, "release"));
    expect(Object.keys(released).length).toBeGreaterThan(6);
    expect(hashes(join(again, "release"))).toEqual(released);
  });

  it("lets nothing about a person out of the warehouse", () => {
    expect(first.output).not.toContain(CANARY);
    for (const name of Object.keys(hashes(join(data, "release"))))
      expect(readFileSync(join(data, "release", name), "latin1").includes(CANARY), name).toBe(false);
    expect(readdirSync(data).sort()).toEqual(["kept", "release", "warehouse"]);
  });

  it("keeps the exact counts behind the release for the next one, where nobody else reads them", () => {
    const kept = join(data, "kept", "public");
    const modes = [join(data, "kept"), kept, ...readdirSync(kept).map((name) => join(kept, name))].map(
      (path) => statSync(path).mode & 0o777,
    );
    expect(modes).toEqual([0o700, 0o700, 0o600]);
  });
});

/** Runs that are to be killed, and are when the test is over at the latest. */
const started: ChildProcess[] = [];
function start(into: string, from?: string): ChildProcess {
  const child = startObservatory(...wordsOf(into, from));
  started.push(child);
  return child;
}
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

describe("observatory run, when something is wrong", () => {
  it("stops with code 2 and publishes nothing when a file cannot be trusted", async () => {
    const bad = join(scratch, "bad");
    const into = join(scratch, "bad-data");
    writeSmallProgramme(bad, { people: 30, followedUp: 10, score: 9 });
    writeFileSync(join(bad, "episode.csv"), "episode_id,patient_id,clinic_id\ne1,p1,north\n");
    writeFileSync(join(bad, "clinic.csv"), "");
    const { code, output } = await run(into, bad);
    expect(code).toBe(2);
    expect(output).toContain("episode.csv");
    expect(output).toContain("enrolled_date");
    expect(output).toContain("clinic.csv");
    expect(readdirSync(into)).not.toContain("release");
  });

  it("quarantines a bad row and goes on", async () => {
    const from = join(scratch, "odd");
    writeSmallProgramme(from, { people: 60, followedUp: 30, score: 4 });
    const path = join(from, "assessment.csv");
    writeFileSync(
      path,
      `${readFileSync(path, "utf8")}x1,nobody,,phq9,2024-02-30,99\nx2,${CANARY}p1,,phq9,2024-02-20,7,extra\n`,
    );
    const { code, output } = await run(join(scratch, "odd-data"), from);
    expect(code).toBe(0);
    expect(output).toContain("assessment.csv -> assessment: 92 read = 90 accepted + 2 rejected");
    expect(output).toContain("assessment.csv, column assessed_date, line 92: not_a_date.");
    expect(output).toContain("assessment.csv, line 93: ");
    expect(output).not.toContain("nobody");
  });

  it("never deletes a folder that is not a built site", async () => {
    const precious = join(scratch, "precious");
    mkdirSync(precious);
    writeFileSync(join(precious, "thesis.txt"), "keep");
    for (const out of [precious, data])
      expect((await observatoryHere("site", "--data", data, "--out", out)).code).toBe(3);
    expect(readdirSync(precious)).toEqual(["thesis.txt"]);
    expect(readdirSync(data)).toContain("release");
  });

  it("says that follow-up looks low when the data end before the as-of date", async () => {
    const { code, output } = await observatoryHere("check", "--extract", extract, "--as-of", "2026-01-01");
    expect(code).toBe(0);
    expect(output).toContain("the data end on 2025-02-01");
    expect(first.output).not.toContain("the data end on");
  });

  it("says which option is missing with code 3", async () => {
    expect(observatory("frobnicate").code).toBe(3);
    expect((await observatoryHere("run", "--no-site")).code).toBe(3);
    const words = ["run", "--extract", extract, "--data", data, "--as-of", "2025-02-30", "--no-site"];
    expect((await observatoryHere(...words)).code).toBe(3);
    expect((await observatoryHere("--help")).output).toContain("Exit codes");
  });

  it("lets one run at a time hold the data folder, and takes over from a dead one", async ({ signal }) => {
    const into = join(scratch, "busy");
    const holder = start(into);
    while (!existsSync(join(into, ".lock"))) await sleep(20, undefined, { signal });
    holder.kill("SIGSTOP");
    expect((await run(into)).code).toBe(5);
    holder.kill("SIGKILL");
    await new Promise((resolve) => holder.once("exit", resolve));
    expect((await run(into)).code).toBe(0);
  });

  it("leaves the previous release whole whenever it is killed", async ({ signal }) => {
    const into = join(scratch, "killed");
    expect((await run(into)).code).toBe(0);
    const before = hashes(join(into, "release", asOf));
    const changed = join(scratch, "changed");
    writeSmallProgramme(changed, { people: 200, followedUp: 150, score: 4 });
    let killed = 0;
    for (let delay = 300; delay <= 3_000; delay += 300) {
      const child = start(into, changed);
      const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
      await sleep(delay, undefined, { signal });
      child.kill("SIGKILL");
      if ((await exited) === null) killed += 1;
      const { manifest } = readRelease(join(into, "release", asOf));
      expect(manifest.as_of).toBe(asOf);
      if (JSON.stringify(hashes(join(into, "release", asOf))) !== JSON.stringify(before)) break;
    }
    expect(killed).toBeGreaterThan(2);
  });
});
