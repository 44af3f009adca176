import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ProgrammeOptions } from "../../src/synthetic/options.ts";
import { makeProgramme, type Programme } from "../../src/synthetic/programme.ts";
import { openWarehouse, type Row, type Warehouse } from "../../src/warehouse/warehouse.ts";

export interface MadeProgramme {
  programme: Programme;
  warehouse: Warehouse;
  rows<T extends Row>(sql: string): Promise<T[]>;
  /** The only row of a query. */
  row<T extends Row>(sql: string): Promise<T>;
  close(): Promise<void>;
}

/** A private folder for the length of `work`. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "synthetic-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A programme in memory, to be asked in SQL; with `tables`, only those and what they need. */
export async function madeProgramme(
  options: ProgrammeOptions,
  tables?: readonly string[],
): Promise<MadeProgramme> {
  const tempDir = mkdtempSync(join(tmpdir(), "synthetic-"));
  const warehouse = await openWarehouse({ path: ":memory:", tempDir, threads: 1 });
  const programme = await makeProgramme(warehouse, options, { tables });
  const rows = <T extends Row>(sql: string) => warehouse.rows<T>(sql);
  return {
    programme,
    warehouse,
    rows,
    row: async <T extends Row>(sql: string) => {
      const [first, ...others] = await rows<T>(sql);
      if (!first || others.length > 0) throw new Error(`${others.length + (first ? 1 : 0)} rows, not one`);
      return first;
    },
    close: async () => {
      await warehouse.close();
      rmSync(tempDir, { recursive: true, force: true });
    },
  };
}
