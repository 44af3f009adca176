import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseExtract } from "../../src/contracts/extract.ts";
import { parseProgram } from "../../src/contracts/program.ts";
import { TABLE_NAMES } from "../../src/contracts/tables.ts";
import { ProgramError } from "../../src/errors.ts";
import { type SynthesisOptions, synthesise } from "../../src/synthetic/generate.ts";
import { inFolder } from "./made_programme.ts";

const SMALL = { patients: 250, months: 18, clinics: 4, seed: 7, threads: 1 };

/** The bytes of every file of a programme, as digests by name. */
function digests(options: Partial<SynthesisOptions>): Promise<Record<string, string>> {
  return inFolder(async (folder) => {
    const outDir = join(folder, "programme");
    await synthesise({ ...SMALL, outDir, ...options });
    return Object.fromEntries(
      readdirSync(outDir).map((file) => [
        file,
        createHash("sha256")
          .update(readFileSync(join(outDir, file)))
          .digest("hex"),
      ]),
    );
  });
}

describe("a synthetic programme on disk", () => {
  it("has the same bytes for the same seed, on one thread or two", async () => {
    const once = await digests({ threads: 1 });
    expect(Object.keys(once)).toHaveLength(21);
    expect(await digests({ threads: 2 })).toEqual(once);
  });

  it("has the same bytes as CSV, defects included", async () => {
    const once = await digests({ format: "csv", defects: true, threads: 1 });
    expect(await digests({ format: "csv", defects: true, threads: 2 })).toEqual(once);
  });

  it("holds other people for another seed, and for other numbers of the same seed", async () => {
    const { "assessment.csv": seven } = await digests({ format: "csv" });
    const { "assessment.csv": eight } = await digests({ format: "csv", seed: 8 });
    const { "assessment.csv": later } = await digests({ format: "csv", firstPatient: 1001 });
    expect(new Set([seven, eight, later]).size).toBe(3);
  });

  it("describes itself as synthetic in files that the pipeline reads", () =>
    inFolder(async (folder) => {
      await synthesise({ ...SMALL, outDir: folder, startMonth: "2023-07" });
      const program = parseProgram(readFileSync(join(folder, "program.yaml"), "utf8"), "program.yaml");
      expect(program.program.synthetic).toBe(true);
      expect(program.as_of).toBe("2024-12-31");
      const { info, rows, notices } = parseExtract(readFileSync(join(folder, "extract.yaml"), "utf8"));
      expect(notices).toEqual([]);
      expect(info).toMatchObject({ coverage_start: "2023-07-01", coverage_end: "2024-12-31" });
      expect(Object.keys(rows).sort()).toEqual(TABLE_NAMES.map((table) => `${table}.parquet`).sort());
      expect(rows["patient.parquet"]).toBe(250);
    }));

  it("replaces an earlier synthetic programme and nothing else", () =>
    inFolder(async (folder) => {
      const outDir = join(folder, "programme");
      await synthesise({ ...SMALL, outDir });
      await synthesise({ ...SMALL, outDir, format: "csv" });
      expect(existsSync(join(outDir, "patient.csv"))).toBe(true);
      expect(existsSync(join(outDir, "patient.parquet"))).toBe(false);
      const own = join(folder, "own");
      mkdirSync(own);
      writeFileSync(join(own, "notes.txt"), "mine");
      await expect(synthesise({ ...SMALL, outDir: own })).rejects.toThrow(ProgramError);
      expect(readdirSync(own)).toEqual(["notes.txt"]);
    }));

  it("leaves nothing behind when it fails", () =>
    inFolder(async (folder) => {
      const stopped = () => {
        throw new Error("stopped");
      };
      await expect(synthesise({ ...SMALL, outDir: join(folder, "programme") }, stopped)).rejects.toThrow(
        "stopped",
      );
      expect(readdirSync(folder)).toEqual([]);
    }));

  it("refuses options out of range by name", () =>
    inFolder(async (folder) => {
      const refused = (options: Partial<SynthesisOptions>) =>
        expect(synthesise({ ...SMALL, outDir: join(folder, "programme"), ...options })).rejects.toThrow(
          ProgramError,
        );
      await refused({ patients: 0 });
      await refused({ months: 2.5 });
      await refused({ clinics: 100 });
      await refused({ seed: -1 });
      await refused({ startMonth: "2024-13" });
      expect(readdirSync(folder)).toEqual([]);
    }));
});
