import { GateError } from "../errors.ts";
import { closeCases } from "./close_cases.ts";
import { buildOrder, readLineage } from "./lineage.ts";
import { listSqlFiles, type SqlFile, type SqlLayer } from "./sql_files.ts";
import { identifier, type Parameters, type Warehouse, WarehouseError } from "./warehouse.ts";

export interface BuildOptions {
  /** ISO day: what happened later is not known yet. */
  asOf: string;
  files?: readonly SqlFile[];
  /** Files whose tables an earlier build made; they may be read. */
  standing?: readonly SqlFile[];
  /** Told of every table as it is made. */
  progress?: (built: BuiltTable) => void;
}

/** A table that was made, and how many rows it holds; null for a view, which holds none. */
export interface BuiltTable {
  table: string;
  rows: number | null;
}

/**
 * Layers that are cheap to compute and dear to write: each of their files renames or judges the rows of one table, and
 * storing what it says takes ten times as long as saying it again. They are views, but for files that bind a value.
 */
const VIEWED_LAYERS: ReadonlySet<SqlLayer> = new Set(["staging", "measures"]);

/** Schemas that are there before any model: the extract and the vocabulary. */
const LOADED_SCHEMAS = new Set(["raw", "ref"]);

type ParsedFile = SqlFile & { reads: readonly string[]; parameters: readonly string[] };

/**
 * Makes every staging, model and measure table from its file, in the order that their own SQL asks for, then runs the
 * checks. Throws a `GateError` naming every check that found rows, with their number.
 */
export async function buildModels(
  warehouse: Warehouse,
  { asOf, files = listSqlFiles(), standing = [], progress = () => {} }: BuildOptions,
): Promise<BuiltTable[]> {
  const parsed = await Promise.all(files.map((file) => parse(warehouse, file)));
  const models = parsed.filter(({ layer }) => layer !== "checks");
  const checks = parsed.filter(({ layer }) => layer === "checks");
  refuseUnmadeTables(parsed, new Set([...models, ...standing].map(({ table }) => table)));
  const built: BuiltTable[] = [];
  for (const model of buildOrder(models)) {
    const table = await make(warehouse, model, { as_of: asOf });
    built.push(table);
    progress(table);
  }
  await runChecks(warehouse, checks, { as_of: asOf });
  return built;
}

async function parse(warehouse: Warehouse, file: SqlFile): Promise<ParsedFile> {
  try {
    return { ...file, ...(await readLineage(warehouse, file.sql)) };
  } catch (error) {
    if (error instanceof WarehouseError) throw new WarehouseError(`${file.path}: ${error.message}`);
    throw error;
  }
}

/** A table left by an older version would be found under a name that no file makes any more, so the database is not asked. */
function refuseUnmadeTables(files: readonly ParsedFile[], made: ReadonlySet<string>): void {
  for (const { path, reads } of files)
    for (const read of reads)
      if (!LOADED_SCHEMAS.has(read.split(".", 1)[0] ?? "") && !made.has(read))
        throw new WarehouseError(`${path} reads ${read}, which no file makes`);
}

async function make(warehouse: Warehouse, model: ParsedFile, values: Parameters): Promise<BuiltTable> {
  const { table, layer, schema, name, sql, parameters } = model;
  const isView = VIEWED_LAYERS.has(layer) && parameters.length === 0;
  const target = `${identifier(schema)}.${identifier(name)}`;
  const bound = wanted(model, values);
  const select = layer === "measures" ? await closeCases(warehouse, model, bound) : sql;
  await dropOtherKind(warehouse, model, isView ? "VIEW" : "TABLE");
  await warehouse.run(`CREATE OR REPLACE ${isView ? "VIEW" : "TABLE"} ${target} AS\n${select}`, bound);
  if (isView) return { table, rows: null };
  const [counted] = await warehouse.rows<{ n: number }>(`SELECT count(*) AS n FROM ${target}`);
  return { table, rows: counted?.n ?? 0 };
}

/** A table can't take the place of a view, nor a view that of a table. */
async function dropOtherKind(
  warehouse: Warehouse,
  { schema, name }: ParsedFile,
  kind: "TABLE" | "VIEW",
): Promise<void> {
  const [other] = await warehouse.rows<{ kind: string }>(
    `SELECT CASE table_type WHEN 'VIEW' THEN 'VIEW' ELSE 'TABLE' END AS kind FROM information_schema.tables
    WHERE table_schema = $schema AND table_name = $name AND kind <> $kind`,
    { schema, name, kind },
  );
  if (other) await warehouse.run(`DROP ${other.kind} ${identifier(schema)}.${identifier(name)}`);
}

async function runChecks(
  warehouse: Warehouse,
  checks: readonly ParsedFile[],
  values: Parameters,
): Promise<void> {
  const failures: string[] = [];
  for (const check of checks) {
    const sql = `SELECT count(*) AS n FROM (\n${check.sql}\n) AS offending`;
    const [found] = await warehouse.rows<{ n: number }>(sql, wanted(check, values));
    if (found && found.n > 0) failures.push(`${check.name}: ${found.n} rows. ${why(check)}`);
  }
  if (failures.length > 0) throw new GateError(failures.join("\n"));
}

/** Only the values a statement names: DuckDB refuses one that it does not. */
function wanted({ path, parameters }: ParsedFile, values: Parameters): Parameters {
  return Object.fromEntries(
    parameters.map((name) => {
      const value = values[name];
      if (value === undefined) throw new WarehouseError(`${path} wants $${name}, which is not known here`);
      return [name, value];
    }),
  );
}

const why = ({ sql }: SqlFile): string => sql.split("\n", 1)[0]?.replace(/^-- /, "") ?? "";
