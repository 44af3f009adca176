import { readdirSync, readFileSync } from "node:fs";
import { buildOrder, readLineage } from "../warehouse/lineage.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";

/** The folders of SQL, lowest first: how things are, what a registry would hold of it, what is spoilt on purpose, what is true. */
export const FOLDERS = ["world", "extract", "planted", "truth"] as const;
export type Folder = (typeof FOLDERS)[number];

/** One bare SELECT; folder and stem name its table. */
export interface SyntheticSql {
  folder: Folder;
  name: string;
  table: string;
  /** The columns that tell its rows apart, as its first line says. */
  key: readonly string[];
  sql: string;
}

/** Every `.sql` file of the generator, by folder and name. */
export function listSyntheticSql(): SyntheticSql[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, import.meta.url))
      .filter((file) => file.endsWith(".sql"))
      .sort()
      .map((file) => {
        const name = file.slice(0, -".sql".length);
        const sql = readFileSync(new URL(`${folder}/${file}`, import.meta.url), "utf8");
        return { folder, name, table: `${folder}.${name}`, key: keyOf(sql), sql };
      }),
  );
}

const keyOf = (sql: string): string[] => /^-- Grain: .+ Key: (.+)\.\n/.exec(sql)?.[1]?.split(", ") ?? [];

/** The files in the order in which their own SQL can be built; only what these `tables` need, where some are named. */
export async function inBuildOrder(
  warehouse: Warehouse,
  files: readonly SyntheticSql[],
  tables?: readonly string[],
): Promise<SyntheticSql[]> {
  const parsed = [];
  for (const file of files) parsed.push({ ...file, reads: (await readLineage(warehouse, file.sql)).reads });
  const ordered = buildOrder(parsed);
  if (!tables) return ordered;
  const needed = new Set(tables);
  for (const { table, reads } of ordered.toReversed())
    if (needed.has(table)) for (const read of reads) needed.add(read);
  return ordered.filter(({ table }) => needed.has(table));
}
