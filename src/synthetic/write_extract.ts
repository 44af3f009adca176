import { identifier, literal, type Warehouse } from "../warehouse/warehouse.ts";
import { MISSING_COLUMNS } from "./given/planted.ts";
import type { Format } from "./options.ts";
import { listSyntheticSql } from "./sql_files.ts";

const COPY_OPTIONS: Record<Format, string> = {
  csv: "FORMAT csv, HEADER",
  parquet: "FORMAT parquet, COMPRESSION zstd",
};

/** Writes the tables of the extract into a folder, each in the order of its key. Returns the rows of each file by its name. */
export async function writeExtract(
  warehouse: Warehouse,
  { folder, format, defects }: { folder: string; format: Format; defects: boolean },
  progress: (file: string) => void,
): Promise<Record<string, number>> {
  const files = listSyntheticSql();
  const spoilt = new Set(
    files.filter((file) => defects && file.folder === "planted").map(({ name }) => name),
  );
  const rows: Record<string, number> = {};
  for (const { name, key } of files.filter((file) => file.folder === "extract")) {
    const file = `${name}.${format}`;
    progress(file);
    const lacking = MISSING_COLUMNS.filter((missing) => defects && missing.file === name);
    const columns = ["*", ...lacking.map(({ column }) => `EXCLUDE (${identifier(column)})`)].join(" ");
    const source = `${spoilt.has(name) ? "planted" : "extract"}.${identifier(name)}`;
    const [written] = await warehouse.rows<{ Count: number }>(
      `COPY (SELECT ${columns} FROM ${source} ORDER BY ${key.map(identifier).join(", ")}) TO ${literal(`${folder}/${file}`)} (${COPY_OPTIONS[format]})`,
    );
    rows[file] = written?.Count ?? 0;
  }
  return rows;
}
