import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXIT } from "../../src/errors.ts";
import { observatory } from "../support/cli.ts";
import { writeSmallProgramme } from "../support/small_programme.ts";
import { CANARY, type Planted, plantCanaries } from "./canary_extract.ts";
import { readTables } from "./read_tables.ts";
import { scanRelease } from "./scan_release.ts";
import { filesIn } from "./scan_site.ts";

const folder = mkdtempSync(join(tmpdir(), "observatory-canaries-"));
const at = (...names: string[]) => join(folder, ...names);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PROGRAM = `program: { id: small, name: Small programme }
disclosure:
  internal: { preset: internal }
`;

let planted: Planted;
let run: ReturnType<typeof observatory>;
let refused: ReturnType<typeof observatory>;

beforeAll(() => {
  writeSmallProgramme(at("extract"), { people: 60, followedUp: 45, score: 7 });
  writeFileSync(at("extract", "program.yaml"), PROGRAM);
  planted = plantCanaries(at("extract"));
  const words = ["--extract", at("extract"), "--as-of", "2025-01-31"];
  run = observatory("run", ...words, "--data", at("data"), "--out", at("site"));
  const episodes = at("extract", "episode.csv");
  writeFileSync(episodes, readFileSync(episodes, "utf8").replace("enrolled_date", "begun"));
  refused = observatory("check", ...words);
}, 900_000);

const holds = (text: string): boolean => planted.secrets.some((secret) => text.includes(secret));

/** The release of an edition, on the day that was asked for. */
const releaseOf = (edition: string): string =>
  at("data", edition, readdirSync(at("data", edition)).filter((name) => /^\d{4}-/.test(name))[0] ?? "");

describe("an extract with a mark on every person, and in every field of bad rows", () => {
  it("runs, sets the bad rows aside, and marks enough", () => {
    expect(run.output).toContain("rejected");
    expect(run.code).toBe(EXIT.ok);
    expect(planted.fields).toBeGreaterThan(500);
    expect(planted.secrets.length).toBeGreaterThan(50);
  });

  it("leaves no mark and no day of birth in what is said, of a run or of a refusal", () => {
    expect(refused.code).not.toBe(EXIT.ok);
    expect(refused.output.length).toBeGreaterThan(100);
    expect([run, refused].filter(({ output }) => holds(output))).toEqual([]);
  });

  it.each(["release", "release-internal"])(
    "leaves none in any file of the %s, nor in a file's name",
    async (edition) => {
      const dir = releaseOf(edition);
      const files = filesIn(dir);
      const marked = files.filter((file) => holds(file) || holds(readFileSync(join(dir, file), "latin1")));
      const tables = await readTables(dir);
      const typed = tables.flatMap(({ typed }) => [...typed.values()]);
      console.info(
        `${edition}: ${files.length} files without ${CANARY}, after ${planted.fields} fields with it`,
      );
      expect(files.length).toBeGreaterThan(50);
      expect(marked).toEqual([]);
      expect(typed.filter((rows) => holds(JSON.stringify(rows)))).toEqual([]);
    },
  );

  it.each(["site", "site-internal"])("leaves none in any file of the %s, nor in a file's name", (edition) => {
    const files = filesIn(at(edition));
    const marked = files.filter((file) => holds(file) || holds(readFileSync(at(edition, file), "latin1")));
    console.info(`${edition}: ${files.length} files without ${CANARY}`);
    expect(files.length).toBeGreaterThan(100);
    expect(marked).toEqual([]);
  });

  it("publishes no number that is not a released cell, or a function of one", async () => {
    expect(await scanRelease(releaseOf("release"))).toEqual([]);
  });
});
