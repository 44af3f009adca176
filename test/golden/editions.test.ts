import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRelease } from "../../src/publish/read_release.ts";
import { type Ended, observatoryHere } from "../support/cli.ts";
import { writeSmallProgramme } from "../support/small_programme.ts";

const scratch = mkdtempSync(join(tmpdir(), "observatory-editions-"));
const extract = join(scratch, "extract");
const data = join(scratch, "data");
const asOf = "2025-01-31";
const program = (text: string) => {
  const path = join(scratch, "program.yaml");
  writeFileSync(path, text);
  return path;
};
const run = (into: string, path: string) =>
  observatoryHere(
    "run",
    "--extract",
    extract,
    "--program",
    path,
    "--data",
    into,
    "--as-of",
    asOf,
    "--no-site",
  );

let made: Ended;
beforeAll(async () => {
  writeSmallProgramme(extract, { people: 203, followedUp: 91, score: 9 });
  made = await run(data, program("disclosure: {internal: {preset: internal}}"));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const programmeCell = (folder: string) =>
  readRelease(join(data, folder, asOf)).cells.find(
    (cell) =>
      cell.measure === "response" &&
      cell.window === "10w" &&
      cell.period_grain === "all" &&
      cell.clinic_id === "all" &&
      cell.stratum === "all",
  );

describe("two editions from one run", () => {
  it("are rounded for anyone and exact for the quality committee", () => {
    expect(made.code).toBe(0);
    expect(programmeCell("release")).toMatchObject({ denominator: 205, observed: 90, numerator: 90 });
    expect(programmeCell("release-internal")).toMatchObject({
      denominator: 203,
      observed: 91,
      numerator: 91,
    });
  });

  it("say in the manifest which they are, and by which policy", () => {
    const policyOf = (folder: string) => readRelease(join(data, folder, asOf)).manifest.policy;
    expect(policyOf("release")).toMatchObject({ edition: "public", id: "public", hide_at_most: 12 });
    expect(policyOf("release-internal")).toMatchObject({
      edition: "internal",
      id: "internal",
      hide_at_most: 0,
    });
  });

  it("share no table of counts, and the internal one is its owner's alone", () => {
    const hashes = (folder: string) =>
      readRelease(join(data, folder, asOf))
        .manifest.files.filter(({ name }) => /^(cells|waterfall|means)\./.test(name))
        .map(({ sha256 }) => sha256);
    const open = new Set(hashes("release"));
    expect(open.size).toBe(9);
    expect(hashes("release-internal").filter((hash) => open.has(hash))).toEqual([]);
    expect(statSync(join(data, "release-internal")).mode & 0o777).toBe(0o700);
  });

  it("are one where the program file asks for no internal edition", async () => {
    const other = join(scratch, "public-only");
    expect((await run(other, program("program: {id: test}"))).code).toBe(0);
    expect(readdirSync(other).sort()).toEqual(["kept", "release", "warehouse"]);
  });

  it("never put the internal one where the program file says that anyone can read", async () => {
    const open = join(scratch, "web");
    const { code, output } = await run(
      join(open, "data"),
      program(`disclosure: {internal: {preset: internal}, public_folders: [${JSON.stringify(open)}]}`),
    );
    expect(code).toBe(3);
    expect(output).toContain("the internal edition is not put there");
    expect(existsSync(join(open, "data", "release"))).toBe(false);
    expect(existsSync(join(open, "data", "release-internal"))).toBe(false);
  });
});
