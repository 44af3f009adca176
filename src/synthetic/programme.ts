import { identifier, type Warehouse } from "../warehouse/warehouse.ts";
import { type ParameterName, parameterValues } from "./given/parameters.ts";
import { macros } from "./macros.ts";
import { type ProgrammeOptions, readSetting } from "./options.ts";
import { FOLDERS, type Folder, inBuildOrder, listSyntheticSql } from "./sql_files.ts";
import { type Setting, writeGiven } from "./write_given.ts";

/** A programme that stands in a warehouse: schemas `given`, `world`, `extract` (views), `truth` and, if asked, `planted`. */
export interface Programme {
  setting: Setting;
  seed: number;
  values: Record<ParameterName, number>;
}

export interface MakeOptions {
  /** Also make the spoilt tables. */
  defects?: boolean;
  /** Make only what these tables need, e.g. `["truth.outcome"]`; all of them where left out. */
  tables?: readonly string[];
  /** Told of each table before it is made. */
  progress?: (table: string) => void;
}

/**
 * Makes a programme in an open warehouse, without files; one made there before is replaced. Throws ProgramError for
 * options out of range. A few hundred patients take under a second, so a test can run through hundreds of seeds.
 */
export async function makeProgramme(
  warehouse: Warehouse,
  options: ProgrammeOptions,
  { defects = false, tables, progress = () => {} }: MakeOptions = {},
): Promise<Programme> {
  const setting = readSetting(options);
  const values = parameterValues(options.changes);
  for (const schema of ["given", ...FOLDERS]) {
    await warehouse.run(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
    await warehouse.run(`CREATE SCHEMA ${schema}`);
  }
  for (const macro of macros(options.seed, values)) await warehouse.run(macro);
  await writeGiven(warehouse, setting, values);
  const files = listSyntheticSql().filter(({ folder }) => defects || folder !== "planted");
  for (const { folder, name, table, sql } of await inBuildOrder(warehouse, files, tables)) {
    progress(table);
    await warehouse.run(`CREATE ${kindOf(folder)} ${folder}.${identifier(name)} AS\n${sql}`);
  }
  return { setting, seed: options.seed, values };
}

/** The extract is only written out once, so it is never stored. */
const kindOf = (folder: Folder): string => (folder === "extract" ? "VIEW" : "TABLE");
