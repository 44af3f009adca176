import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCommand } from "../../pipelines/build.ts";
import { loadCommand } from "../../pipelines/load.ts";
import type { Progress } from "../../pipelines/progress.ts";
import { releaseCommand } from "../../pipelines/release.ts";
import { worklistsCommand } from "../../pipelines/worklists.ts";
import { LAYERS } from "../../src/layers.ts";
import { observatoryHere } from "../support/cli.ts";
import { CANARY, writeSmallProgramme } from "../support/small_programme.ts";

const scratch = mkdtempSync(join(tmpdir(), "observatory-worklists-"));
const extract = join(scratch, "extract");
const data = join(scratch, "data");
const place = join(data, "worklists");

/** Everyone in care since January 2024, 30 of 40 scored again in April; the last contact of `p1` was in May. */
function writeExtract(): void {
  writeSmallProgramme(extract, { people: 40, followedUp: 30, score: 12 });
  const contact = `contact_id,episode_id,contact_date,kind\n${CANARY}k1,${CANARY}e1,2024-05-20,treatment\n`;
  writeFileSync(join(extract, "contact.csv"), contact);
}

const options = { extract, data, asOf: "2024-05-31", out: "", site: false };
const silent: Progress = { step: () => () => {}, note: () => {} };

let log: string;
beforeAll(async () => {
  writeExtract();
  await loadCommand(options, silent);
  await buildCommand(options, silent);
  const { code, output } = await observatoryHere("worklists", "--data", data);
  expect(code).toBe(0);
  log = output;
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("observatory worklists", () => {
  it("writes a workbook and a CSV that their owner alone can read", () => {
    expect(readdirSync(place).sort()).toEqual(["worklists.csv", "worklists.xlsx"]);
    expect(statSync(place).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(place)) expect(statSync(join(place, name)).mode & 0o777).toBe(0o600);
    const [, ...rows] = readFileSync(join(place, "worklists.csv"), "utf8").trimEnd().split("\n");
    expect(rows.filter((row) => row.includes("Overdue for contact"))).toHaveLength(39);
    expect(rows.filter((row) => row.includes("Overdue for a score"))).toHaveLength(40);
  });

  it("prints how many rows each list has and which lists it cannot draw up, and nothing of a row", () => {
    expect(log).toContain("39 on overdue_contact");
    expect(log).toContain("40 on overdue_score");
    expect(log).toContain("not drawn up: due_case_review, the extract has no case_review");
    expect(log).not.toContain(CANARY);
    expect(log).not.toMatch(/north/i);
  });

  it("replaces the whole folder, and writes the same bytes for the same warehouse", async () => {
    const before = readdirSync(place).map((name) => readFileSync(join(place, name)));
    writeFileSync(join(place, "left_over.csv"), "");
    await worklistsCommand(options, silent);
    expect(readdirSync(place).map((name) => readFileSync(join(place, name)))).toEqual(before);
    expect(readdirSync(data).sort()).toEqual(["warehouse", "worklists"]);
  });

  it("says what to do where there is no warehouse, and writes nothing", async () => {
    const nowhere = join(scratch, "nowhere");
    await expect(worklistsCommand({ ...options, data: nowhere }, silent)).rejects.toThrow(
      "run `observatory load` first",
    );
    expect(readdirSync(nowhere)).toEqual(["warehouse"]);
  });
});

describe("what is published", () => {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const sources = (folder: string) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(ts|sql|md|js)$/.test(name) && !name.includes(".observablehq"))
      .map((name) => join(folder, name));

  it("can read nothing of a worklist: only the command itself knows them", () => {
    const files = [...sources("src"), ...sources("pipelines"), ...sources("reports/components")];
    const knowing = files.filter((path) => /worklists\b/.test(readFileSync(join(root, path), "utf8")));
    expect(knowing.filter((path) => !path.startsWith("src/worklists/"))).toEqual([
      "src/layers.ts",
      "src/warehouse/sql_files.ts",
      "pipelines/cli.ts",
      "pipelines/worklists.ts",
    ]);
    const importers = Object.entries(LAYERS).filter(([, { imports }]) => imports.includes("worklists"));
    expect(importers.map(([name]) => name)).toEqual(["pipelines"]);
  });

  it("is the same with and without worklists beside it", async () => {
    const released = async (): Promise<Buffer[]> => {
      await releaseCommand(options, silent);
      const folder = join(data, "release", "2024-05-31");
      return readdirSync(folder).map((name) => readFileSync(join(folder, name)));
    };
    appendFileSync(join(place, "worklists.csv"), `${CANARY}\n`);
    const beside = await released();
    rmSync(place, { recursive: true });
    expect(await released()).toEqual(beside);
    expect(beside.filter((bytes) => bytes.includes(CANARY))).toEqual([]);
  });
});
