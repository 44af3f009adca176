import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_PROGRAM } from "../../src/contracts/program.ts";
import { ExtractError } from "../../src/errors.ts";
import { prepareExtract } from "../../src/sources/prepare.ts";
import { loadPrepared } from "../../src/warehouse/load.ts";
import { loadReference } from "../../src/warehouse/reference_tables.ts";
import { openWarehouse, type Row, type Warehouse } from "../../src/warehouse/warehouse.ts";
import { SMALLEST, writeExtract } from "../sources/extract_folder.ts";
import { bare, damage, random, readLine, stretchesOf } from "../sources/random_damage.ts";

const TRIALS = 40;
const ROWS = 40;
const COLUMNS = ["assessment_id", "patient_id", "instrument", "assessed_date", "total", "item_1"] as const;

function rowsOf(draw: () => number): string[][] {
  return Array.from({ length: ROWS }, (_, id) => [
    `A${id}`,
    draw() < 0.5 ? "P1" : "P2",
    draw() < 0.2 ? '"PHQ-9"' : "phq9",
    `2024-0${1 + Math.floor(draw() * 9)}-1${Math.floor(draw() * 10)}`,
    String(Math.floor(draw() * 28)),
    draw() < 0.3 ? "" : String(Math.floor(draw() * 4)),
  ]);
}

let warehouse: Warehouse;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "damage-"));
  warehouse = await openWarehouse({ path: ":memory:", tempDir: join(folder, "spill"), threads: 1 });
  await loadReference(warehouse);
});

afterAll(async () => {
  await warehouse.close();
  await rm(folder, { recursive: true, force: true });
});

describe("random damage", () => {
  it(`is accounted for in each of ${TRIALS} files, and changes no accepted row`, async () => {
    const extractDir = await writeExtract(SMALLEST);
    let accepted = 0;
    let aside = 0;
    for (let seed = 1; seed <= TRIALS; seed++) {
      const draw = random(seed);
      const text = damage(`${[COLUMNS, ...rowsOf(draw)].map((row) => row.join(",")).join("\n")}\n`, draw);
      await writeFile(join(extractDir, "assessment.csv"), text);
      const tempDir = join(folder, String(seed));
      const prepared = await prepareExtract({ extractDir, program: DEFAULT_PROGRAM, tempDir });
      const report = await loadPrepared(warehouse, prepared, { asOf: "2024-12-31" });
      const [file] = report.files.filter(({ table }) => table === "assessment");
      const rows = await warehouse.rows(
        `SELECT ${COLUMNS.map((name) => `CAST(${name} AS VARCHAR) AS ${name}`).join(", ")}, source_line FROM raw.assessment`,
      );
      const lines = text.split("\n");
      if (lines.at(-1) === "") lines.pop();
      const records = stretchesOf(lines, COLUMNS.length).length;
      const told = { seed, read: file?.read, balanced: (file?.accepted ?? 0) + asideOf(file) };
      expect(told).toEqual({ seed, read: records, balanced: records });
      for (const row of rows) expect({ seed, ...row }).toEqual({ seed, ...expected(row, lines) });
      accepted += rows.length;
      aside += asideOf(file);
    }
    expect(accepted).toBeGreaterThan(TRIALS * ROWS * 0.8);
    expect(aside).toBeGreaterThan(TRIALS);
  });

  it("in the header or in UTF-8 itself is refused, never a crash", async () => {
    const extractDir = await writeExtract(SMALLEST);
    const whole = Buffer.from(`${[COLUMNS, ...rowsOf(random(7))].map((row) => row.join(",")).join("\n")}\n`);
    let refused = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const draw = random(seed);
      const bytes = Buffer.from(whole);
      for (let count = 0; count < 3; count++)
        bytes[Math.floor(draw() * (count === 0 ? 60 : bytes.length))] = Math.floor(draw() * 256);
      await writeFile(join(extractDir, "assessment.csv"), bytes);
      const tempDir = join(folder, `flip${seed}`);
      try {
        const prepared = await prepareExtract({ extractDir, program: DEFAULT_PROGRAM, tempDir });
        await loadPrepared(warehouse, prepared, { asOf: "2024-12-31" });
      } catch (error) {
        expect(error).toBeInstanceOf(ExtractError);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(15);
  });
});

const asideOf = (file: { rejected: number; duplicate: number; out_of_scope: number } | undefined): number =>
  file ? file.rejected + file.duplicate + file.out_of_scope : 0;

function expected(row: Row, lines: readonly string[]): Row {
  const line = lines[Number(row.source_line) - 1] ?? "";
  const fields = readLine(bare(line), COLUMNS.length);
  const [assessment_id, patient_id, instrument, assessed_date, total, item] = fields ?? [];
  return {
    assessment_id: assessment_id ?? "",
    patient_id: patient_id ?? "",
    instrument: instrument ?? "",
    assessed_date: assessed_date?.trim() ?? "",
    total: total?.trim() ? Number(total).toFixed(4) : null,
    item_1: item?.trim() ? String(Number(item)) : null,
    source_line: row.source_line ?? null,
  };
}
