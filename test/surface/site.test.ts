import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSite } from "../../pipelines/site.ts";
import { readRelease } from "../../src/publish/read_release.ts";
import { observatory } from "../support/cli.ts";
import { writeSmallProgramme } from "../support/small_programme.ts";
import { drawBlank } from "./blank_site.ts";
import { CANARY, plantCanaries, type Secrets } from "./canary_extract.ts";
import { SITE_LEAKS } from "./planted_in_site.ts";
import { readTables } from "./read_tables.ts";
import { scanRelease } from "./scan_release.ts";
import { differences, filesIn, scanSite } from "./scan_site.ts";

const scratch = fileURLToPath(new URL("../../.tmp/", import.meta.url));
mkdirSync(scratch, { recursive: true });
const folder = mkdtempSync(join(scratch, "surface-"));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let secrets: Secrets;
let run: ReturnType<typeof observatory>;
const site = { siteDir: at("site"), blankDir: at("blank"), releaseDir: at("release") };

beforeAll(async () => {
  writeSmallProgramme(at("extract"), { people: 240, followedUp: 130, score: 9 });
  secrets = plantCanaries(at("extract"));
  run = observatory(
    "run",
    "--extract",
    at("extract"),
    "--data",
    at("data"),
    "--as-of",
    "2025-01-31",
    "--out",
    site.siteDir,
  );
  await cp(join(at("data"), "release", "2025-01-31"), site.releaseDir, {
    recursive: true,
    dereference: true,
  });
  for (const name of ["extract", "data"]) rmSync(at(name), { recursive: true });
  await buildSite({ releaseDir: site.releaseDir, outDir: at("again") });
  await drawBlank(site.siteDir, site.blankDir, readRelease(site.releaseDir));
});

describe("everything that leaves", () => {
  it("holds no mark of a person, and no day of birth", async () => {
    expect(run.code).toBe(0);
    expect(run.output).toContain("rejected");
    const files = [site.siteDir, site.releaseDir].flatMap((dir) =>
      filesIn(dir).map((name) => join(dir, name)),
    );
    const texts = files.map((path) => readFileSync(path, "latin1"));
    const tables = await readTables(site.releaseDir);
    const unpacked = tables.map(({ typed }) => JSON.stringify([...typed.values()]));
    expect(files.length).toBeGreaterThan(80);
    expect(secrets.length).toBeGreaterThan(200);
    for (const text of [run.output, ...texts, ...unpacked])
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });

  it("is the same when it is built from the release alone, with no warehouse near", () => {
    expect(differences(site.siteDir, at("again"))).toEqual([]);
  });

  it("holds released numbers, functions of them, and constants", async () => {
    expect(await scanRelease(site.releaseDir)).toEqual([]);
    expect(scanSite(site)).toEqual([]);
  });
});

describe("planted in a built site, each of these is found:", () => {
  it.each(Object.entries(SITE_LEAKS))("%s", async (name, plant) => {
    const siteDir = at(`with ${name}`);
    await cp(site.siteDir, siteDir, { recursive: true });
    plant(siteDir);
    const read = scanSite({ ...site, siteDir });
    const drawn = differences(siteDir, at("again"));
    console.info(
      `${name}: ${read.length} numbers that may not be there, ${drawn.length} files that the release does not give`,
    );
    expect(drawn).toHaveLength(1);
    if (name !== "SVG geometry") expect(read.length).toBeGreaterThan(0);
    expect(JSON.stringify(read)).not.toContain(CANARY);
  });
});
