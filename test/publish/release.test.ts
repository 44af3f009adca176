import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { GateError, ProgramError } from "../../src/errors.ts";
import { readRelease } from "../../src/publish/read_release.ts";
import { TABLES, type TableRows } from "../../src/publish/schema.ts";
import { writeRelease } from "../../src/publish/write_release.ts";
import { AS_OF, describe as describeRelease, parseCsv, release, scratchFolder } from "./build.ts";

const folders: string[] = [];
const newFolder = () => {
  const folder = scratchFolder();
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const STEMS = [
  "actions",
  "adjusted",
  "billing",
  "calibration",
  "capacity",
  "cells",
  "charts",
  "clinic_care",
  "costs",
  "funnels",
  "gaps",
  "imputed",
  "means",
  "pooled",
  "process_outcomes",
  "signals",
  "survival",
  "targets",
  "waits",
  "waterfall",
];
const FILES = [
  ...STEMS.flatMap((stem) => [`${stem}.arrow`, `${stem}.csv`, `${stem}.parquet`]),
  "manifest.json",
].sort();
const hash = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");
const hashes = (dir: string) =>
  readdirSync(dir)
    .sort()
    .map((name) => [name, hash(join(dir, name))]);

describe("writeRelease", () => {
  it("leaves its files behind one link, in a folder named for the hash of the manifest", () => {
    const releaseDir = newFolder();
    const link = writeRelease(release(releaseDir));
    expect(link).toBe(join(releaseDir, AS_OF));
    expect(readdirSync(link).sort()).toEqual(FILES);
    expect(readlinkSync(link)).toBe(join(".store", hash(join(link, "manifest.json"))));
  });

  it("describes in the manifest what it wrote", () => {
    const input = release(newFolder());
    const link = writeRelease(input);
    const { files, ...described } = JSON.parse(readFileSync(join(link, "manifest.json"), "utf8"));
    expect(described).toEqual(input.manifest);
    expect(files.map(({ name }: { name: string }) => name).sort()).toEqual(
      FILES.filter((name) => name !== "manifest.json"),
    );
    const names = Object.keys(TABLES) as (keyof TableRows)[];
    const rowsOf = new Map(names.map((name) => [TABLES[name].name, input[name].length]));
    for (const { name, sha256, bytes, rows } of files) {
      expect(sha256).toBe(hash(join(link, name)));
      expect(bytes).toBe(readFileSync(join(link, name)).length);
      expect(rows).toBe(rowsOf.get(name.split(".", 1)[0] ?? ""));
    }
    expect(parseCsv(readFileSync(join(link, "cells.csv"), "utf8"))).toHaveLength(input.cells.length + 1);
  });

  it("writes the same bytes for the same input", () => {
    const [first, second] = [writeRelease(release(newFolder())), writeRelease(release(newFolder()))];
    expect(hashes(second)).toEqual(hashes(first));
    expect(readlinkSync(second)).toBe(readlinkSync(first));
  });

  it("publishes the same release again without a change", () => {
    const releaseDir = newFolder();
    const first = hashes(writeRelease(release(releaseDir)));
    expect(hashes(writeRelease(release(releaseDir)))).toEqual(first);
    expect(readdirSync(join(releaseDir, ".store"))).toHaveLength(1);
  });

  it("replaces an earlier release of the same day and keeps those of other days", () => {
    const releaseDir = newFolder();
    const other = {
      ...release(releaseDir),
      asOf: "2024-12-31",
      manifest: describeRelease({ as_of: "2024-12-31" }),
    };
    const before = hashes(writeRelease(other));
    writeRelease(release(releaseDir, 1));
    writeRelease(release(releaseDir, 2));
    expect(readRelease(join(releaseDir, AS_OF)).manifest.notices).toEqual(["seed 2"]);
    expect(hashes(join(releaseDir, "2024-12-31"))).toEqual(before);
    expect(readdirSync(join(releaseDir, ".store"))).toHaveLength(2);
  });

  it("clears what a killed run left behind", () => {
    const releaseDir = newFolder();
    const link = writeRelease(release(releaseDir));
    const store = join(releaseDir, ".store");
    for (const name of [".draft-killed", "0".repeat(64)]) {
      mkdirSync(join(store, name));
      writeFileSync(join(store, name, "cells.csv"), "half");
    }
    symlinkSync("nowhere", join(store, ".link-killed"));
    writeRelease(release(releaseDir, 2));
    expect(readdirSync(store)).toEqual([readlinkSync(link).slice(".store/".length)]);
  });

  it.each(["cells.csv", "manifest.json"])("mends a stored release whose %s is damaged", (name) => {
    const releaseDir = newFolder();
    const link = writeRelease(release(releaseDir));
    const before = hashes(link);
    writeFileSync(join(link, name), "damaged");
    writeRelease(release(releaseDir));
    expect(hashes(link)).toEqual(before);
  });

  it.each(["2024-12-31", "../2025-01-31", ".store", ""])("does not publish under the name %j", (asOf) => {
    expect(() => writeRelease({ ...release(newFolder()), asOf })).toThrow(GateError);
  });

  it("takes no as-of date that is not a day", () => {
    const manifest = describeRelease({ as_of: "../elsewhere" });
    expect(() => writeRelease({ ...release(newFolder()), asOf: "../elsewhere", manifest })).toThrow(
      GateError,
    );
  });

  it("does not replace a folder that it did not make", () => {
    const releaseDir = newFolder();
    mkdirSync(join(releaseDir, AS_OF));
    expect(() => writeRelease(release(releaseDir))).toThrow(ProgramError);
    expect(existsSync(join(releaseDir, ".store"))).toBe(false);
  });

  it("takes rows from disclosure control only", () => {
    const input = release(newFolder());
    const cells = [...input.cells];
    const steps = [...input.steps];
    // @ts-expect-error a plain array of cells is not released, wherever its rows come from
    const unbrandedCells = { ...input, cells } satisfies Parameters<typeof writeRelease>[0];
    // @ts-expect-error nor is a plain array of steps
    const unbrandedSteps = { ...input, steps } satisfies Parameters<typeof writeRelease>[0];
    expect([unbrandedCells.cells.length, unbrandedSteps.steps.length]).toEqual([
      input.cells.length,
      input.steps.length,
    ]);
  });
});

describe("readRelease", () => {
  it("gives back every table and the manifest", () => {
    const input = release(newFolder());
    const read = readRelease(writeRelease(input));
    expect(read.manifest).toMatchObject(input.manifest);
    expect(read.cells).toEqual(input.cells);
    expect(read.steps).toEqual(input.steps);
    expect(read.means).toEqual(input.means);
    expect(read.signals).toEqual(input.signals);
    expect(read.survival).toEqual(input.survival);
  });

  it("reads a copy as well as a link", () => {
    const folder = newFolder();
    const link = writeRelease(release(folder));
    cpSync(realpathSync(link), join(folder, "copy"), { recursive: true });
    expect(readRelease(join(folder, "copy"))).toEqual(readRelease(`${link}/`));
  });

  it("says so where there is no release", () => {
    expect(() => readRelease(join(newFolder(), AS_OF))).toThrow(ProgramError);
  });

  it.each(FILES.filter((name) => name !== "manifest.json"))("refuses a changed %s", (name) => {
    const link = writeRelease(release(newFolder()));
    writeFileSync(join(link, name), Buffer.concat([readFileSync(join(link, name)), Buffer.from("\n")]));
    expect(() => readRelease(link)).toThrow(
      new GateError(`${name} is not the file that was published; publish the release again`),
    );
  });

  it("refuses a release that lacks a file or a table", () => {
    const link = writeRelease(release(newFolder()));
    const path = join(link, "manifest.json");
    const manifest = JSON.parse(readFileSync(path, "utf8"));
    writeFileSync(path, JSON.stringify({ ...manifest, files: [] }));
    expect(() => readRelease(link)).toThrow(GateError);
    writeFileSync(path, JSON.stringify({ ...manifest, schema_version: 2 }));
    expect(() => readRelease(link)).toThrow(GateError);
    writeFileSync(path, JSON.stringify(manifest));
    rmSync(join(link, "cells.parquet"));
    expect(() => readRelease(link)).toThrow(GateError);
  });
});
