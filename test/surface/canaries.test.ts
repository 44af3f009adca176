import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSite } from "../../pipelines/site.ts";
import { EXIT } from "../../src/errors.ts";
import { synthesise } from "../../src/synthetic/generate.ts";
import { observatory } from "../support/cli.ts";
import { CANARY, type Planted, plantCanaries } from "./canary_extract.ts";
import { readTables } from "./read_tables.ts";
import { differences, filesIn } from "./scan_site.ts";

const scratch = fileURLToPath(new URL("../../.tmp/", import.meta.url));
mkdirSync(scratch, { recursive: true });
const folder = mkdtempSync(join(scratch, "canaries-"));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What leaves: both editions, as releases and as sites. */
const LEAVES = ["release", "release-internal", "site", "site-internal"];

let planted: Planted;
let run: ReturnType<typeof observatory>;
let refused: ReturnType<typeof observatory>;

beforeAll(async () => {
  await synthesise({ outDir: at("extract"), patients: 90, months: 9, clinics: 2, seed: 3, format: "csv" });
  planted = plantCanaries(at("extract"));
  run = observatory("run", "--extract", at("extract"), "--data", at("data"), "--out", at("site"));
  const episodes = join(at("extract"), "episode.csv");
  writeFileSync(episodes, readFileSync(episodes, "utf8").replace("enrolled_date", "begun"));
  refused = observatory("check", "--extract", at("extract"));
  for (const edition of ["release", "release-internal"])
    await cp(newest(edition), at(edition), { recursive: true, dereference: true });
  for (const name of ["extract", "data"]) rmSync(at(name), { recursive: true });
}, 900_000);

function newest(edition: string): string {
  const dir = join(at("data"), edition);
  return join(
    dir,
    readdirSync(dir)
      .filter((name) => /^\d{4}-/.test(name))
      .sort()
      .at(-1) ?? "",
  );
}

/** Everything that a file says, unpacked where it is packed. */
function textsIn(path: string): string[] {
  const bytes = readFileSync(path);
  if (!path.endsWith(".xlsx")) return [bytes.toString("latin1")];
  return Object.values(unzipSync(bytes)).map((part) => Buffer.from(part).toString("latin1"));
}

const holds = (text: string): boolean => planted.secrets.some((secret) => text.includes(secret));

describe("an extract with a mark on every person", () => {
  it("runs, sets bad rows aside, and marks enough", () => {
    expect(run.output).toContain("rejected");
    expect(run.code).toBe(EXIT.ok);
    expect(planted.fields).toBeGreaterThan(1000);
    expect(planted.secrets.length).toBeGreaterThan(100);
  });

  it("leaves no mark and no day of birth in what is said, of a run or of a refusal", () => {
    expect(refused.code).not.toBe(EXIT.ok);
    expect(refused.output.length).toBeGreaterThan(200);
    expect([run, refused].filter(({ output }) => holds(output))).toEqual([]);
  });

  it.each(LEAVES)(
    "leaves none in any file of the %s, nor in a file's name",
    async (name) => {
      const files = filesIn(at(name));
      const marked = files.filter((file) => holds(file) || textsIn(join(at(name), file)).some(holds));
      const typed = name.startsWith("release") ? await readTables(at(name)) : [];
      const unpacked = typed.flatMap((table) =>
        [...table.typed].filter(([, rows]) => holds(JSON.stringify(rows))).map(([file]) => file),
      );
      console.info(
        `${name}: ${files.length} files without ${CANARY}, after ${planted.fields} fields with it`,
      );
      expect(files.length).toBeGreaterThan(50);
      expect([...marked, ...unpacked]).toEqual([]);
    },
    900_000,
  );
});

describe("a site", () => {
  it("is built from its release alone, with no warehouse and no extract near, to the same bytes", async () => {
    await buildSite({ releaseDir: at("release"), outDir: at("again") });
    expect(differences(at("site"), at("again"))).toEqual([]);
  }, 900_000);
});
